package dev.drydock.model.build;

import java.util.Set;

/// The arguments that BuildKit defines by itself (docs.docker.com/reference/dockerfile/#predefined-args, as of
/// 2026-11).
public final class Predefined {

    private Predefined() {}

    private static final Set<String> PROXIES = Set.of(
            "HTTP_PROXY",
            "http_proxy",
            "HTTPS_PROXY",
            "https_proxy",
            "FTP_PROXY",
            "ftp_proxy",
            "NO_PROXY",
            "no_proxy",
            "ALL_PROXY",
            "all_proxy");

    private static final Set<String> PLATFORMS = Set.of(
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETOSVERSION",
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDARCH",
            "BUILDVARIANT",
            "BUILDOSVERSION");

    private static final Set<String> BUILDKIT = Set.of(
            "BUILDKIT_CACHE_MOUNT_NS",
            "BUILDKIT_CONTEXT_KEEP_GIT_DIR",
            "BUILDKIT_INLINE_CACHE",
            "BUILDKIT_MULTI_PLATFORM",
            "BUILDKIT_SANDBOX_HOSTNAME",
            "BUILDKIT_SYNTAX",
            "BUILDKIT_DOCKERFILE_CHECK",
            "BUILDKIT_DOCKERFILE_CHECK_EXPERIMENTAL",
            "BUILDKIT_BUILD_NAME",
            "SOURCE_DATE_EPOCH",
            "TARGETSTAGE");

    /// Whether it can be used in a `RUN` without an `ARG`.
    public static boolean isProxy(String name) {
        return PROXIES.contains(name);
    }

    /// Whether `FROM` may use it without an `ARG`, and a stage after a bare one.
    public static boolean isGlobal(String name) {
        return PLATFORMS.contains(name) || BUILDKIT.contains(name);
    }

    /// Whether a `--build-arg` of this name needs no `ARG`.
    public static boolean isAny(String name) {
        return isProxy(name) || isGlobal(name);
    }

    /// The names of the arguments that every `RUN` has.
    public static Set<String> proxies() {
        return PROXIES;
    }

    /// The names of the platform arguments.
    public static Set<String> platforms() {
        return PLATFORMS;
    }
}
