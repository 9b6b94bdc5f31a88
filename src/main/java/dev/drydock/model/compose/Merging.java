package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lays one service over another, as Compose does with the files of `-f a -f b` and with `extends`: single values
/// replace, lists append, what has a key is replaced by key.
final class Merging {

    private final Set<String> reset;

    private Merging(Set<String> reset) {
        this.reset = reset;
    }

    /// Lays `over` over `base`.
    ///
    /// @param extending whether `base` is what `over` extends
    static Service merge(Service base, Service over, boolean extending) {
        var merging = new Merging(over.reset());
        var definitions = new ArrayList<>(base.definitions());
        definitions.addAll(over.definitions());
        return new Service(
                over.name(),
                definitions,
                base.complete() && (extending || over.complete()),
                base.reset(),
                merging.one("image", base.image(), over.image()),
                merging.build(base.build(), over.build()),
                merging.one("command", base.command(), over.command()),
                merging.one("entrypoint", base.entrypoint(), over.entrypoint()),
                merging.settings("environment", base.environment(), over.environment()),
                merging.byKey(
                        "env_file",
                        base.envFiles(),
                        over.envFiles(),
                        file -> file.path().written()),
                merging.byKey("ports", base.ports(), over.ports(), Merging::portKey),
                merging.byKey("volumes", base.volumes(), over.volumes(), Merging::mountKey),
                merging.byKey("tmpfs", base.tmpfs(), over.tmpfs(), Value::written),
                merging.byKey("depends_on", base.dependsOn(), over.dependsOn(), Dependency::service),
                merging.healthcheck(base.healthcheck(), over.healthcheck()),
                merging.deploy(base.deploy(), over.deploy()),
                merging.byKey("develop", base.watch(), over.watch(), watch -> null),
                merging.byKey(
                        "networks",
                        base.networks(),
                        over.networks(),
                        grant -> grant.name().written()),
                merging.byKey("secrets", base.secrets(), over.secrets(), Merging::grantKey),
                merging.byKey("configs", base.configs(), over.configs(), Merging::grantKey),
                merging.byKey("profiles", base.profiles(), over.profiles(), Value::written),
                merging.byKey("expose", base.expose(), over.expose(), Value::written),
                merging.settings("labels", base.labels(), over.labels()),
                extending ? null : base.extended() == null ? over.extended() : base.extended(),
                merging.scalars(base.scalars(), over.scalars()));
    }

    private <T> @Nullable T one(String key, @Nullable T base, @Nullable T over) {
        return over != null || reset.contains(key) ? over : base;
    }

    private <T> List<T> byKey(String key, List<T> base, List<T> over, Function<T, @Nullable String> keyOf) {
        if (base.isEmpty() || reset.contains(key)) {
            return over;
        }
        if (over.isEmpty()) {
            return base;
        }
        var replaced = new HashSet<String>();
        for (T item : over) {
            String name = keyOf.apply(item);
            if (name != null) {
                replaced.add(name);
            }
        }
        var merged = new ArrayList<T>();
        for (T item : base) {
            String name = keyOf.apply(item);
            if (name == null || !replaced.contains(name)) {
                merged.add(item);
            }
        }
        merged.addAll(over);
        return merged;
    }

    private List<Setting> settings(String key, List<Setting> base, List<Setting> over) {
        List<Setting> merged = byKey(key, base, over, Setting::name);
        var kept = new ArrayList<Setting>();
        for (Setting setting : merged) {
            if (!setting.reset()) {
                kept.add(setting);
            }
        }
        return kept;
    }

    private static @Nullable String mountKey(Mount mount) {
        Value target = mount.target();
        if (target == null) {
            return null;
        }
        String path = target.written();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static @Nullable String portKey(Port port) {
        if (port.target() == null) {
            return null;
        }
        return written(port.hostIp(), "0.0.0.0")
                + "|" + written(port.published(), "")
                + "|" + port.target().written()
                + "|" + written(port.protocol(), "tcp");
    }

    private static String grantKey(Grant grant) {
        return written(grant.target(), grant.name().written());
    }

    private static String written(@Nullable Value value, String other) {
        return value == null ? other : value.written();
    }

    private @Nullable Build build(@Nullable Build base, @Nullable Build over) {
        if (base == null || over == null || reset.contains("build")) {
            return one("build", base, over);
        }
        var plain = new Merging(Set.of());
        return new Build(
                plain.one("", base.context(), over.context()),
                plain.one("", base.dockerfile(), over.dockerfile()),
                plain.one("", base.dockerfileInline(), over.dockerfileInline()),
                plain.one("", base.target(), over.target()),
                plain.settings("", base.args(), over.args()),
                plain.byKey("", base.additionalContexts(), over.additionalContexts(), Setting::name),
                plain.byKey("", base.secrets(), over.secrets(), Merging::grantKey),
                plain.byKey("", base.ssh(), over.ssh(), Value::written),
                plain.byKey("", base.cacheFrom(), over.cacheFrom(), value -> null),
                plain.byKey("", base.cacheTo(), over.cacheTo(), value -> null),
                plain.byKey("", base.platforms(), over.platforms(), value -> null),
                plain.byKey("", base.tags(), over.tags(), Value::written),
                plain.one("", base.network(), over.network()),
                over.place());
    }

    private @Nullable Healthcheck healthcheck(@Nullable Healthcheck base, @Nullable Healthcheck over) {
        if (base == null || over == null || reset.contains("healthcheck")) {
            return one("healthcheck", base, over);
        }
        boolean test = !over.test().isEmpty();
        return new Healthcheck(
                test ? over.test() : base.test(),
                test ? over.shell() : base.shell(),
                over.disabled() || (base.disabled() && !test),
                one("", base.interval(), over.interval()),
                one("", base.timeout(), over.timeout()),
                one("", base.retries(), over.retries()),
                one("", base.startPeriod(), over.startPeriod()),
                over.place());
    }

    private @Nullable Deploy deploy(@Nullable Deploy base, @Nullable Deploy over) {
        if (base == null || over == null || reset.contains("deploy")) {
            return one("deploy", base, over);
        }
        return new Deploy(
                one("", base.mode(), over.mode()),
                one("", base.replicas(), over.replicas()),
                one("", base.memoryLimit(), over.memoryLimit()),
                one("", base.cpuLimit(), over.cpuLimit()),
                one("", base.restartCondition(), over.restartCondition()),
                over.place());
    }

    private Service.Scalars scalars(Service.Scalars base, Service.Scalars over) {
        return new Service.Scalars(
                one("user", base.user(), over.user()),
                one("working_dir", base.workingDir(), over.workingDir()),
                one("platform", base.platform(), over.platform()),
                one("restart", base.restart(), over.restart()),
                one("container_name", base.containerName(), over.containerName()),
                one("network_mode", base.networkMode(), over.networkMode()),
                one("pull_policy", base.pullPolicy(), over.pullPolicy()),
                one("privileged", base.privileged(), over.privileged()),
                one("read_only", base.readOnly(), over.readOnly()),
                one("scale", base.scale(), over.scale()));
    }
}
