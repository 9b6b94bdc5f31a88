package dev.drydock.engine;

import java.util.Locale;
import java.util.Set;

/// What a file is for, by its name.
enum FileKind {
    DOCKERFILE,
    COMPOSE,
    /// A Compose file if it says so inside: the name is used for other things too.
    MAYBE_COMPOSE,
    NONE;

    /// Endings of files beside a Dockerfile that are none: documentation, templates, programs, what editors leave.
    private static final Set<String> OTHER_ENDINGS = Set.of(
            "dockerignore",
            "md",
            "rst",
            "adoc",
            "html",
            "txt",
            "pdf",
            "j2",
            "jinja",
            "jinja2",
            "tmpl",
            "tpl",
            "template",
            "gotmpl",
            "erb",
            "ejs",
            "hbs",
            "mustache",
            "liquid",
            "m4",
            "in",
            "orig",
            "rej",
            "bak",
            "swp",
            "swo",
            "swn",
            "tmp",
            "old",
            "save",
            "patch",
            "diff",
            "sh",
            "bash",
            "ps1",
            "bat",
            "py",
            "rb",
            "pl",
            "go",
            "js",
            "ts",
            "java",
            "json",
            "yml",
            "yaml",
            "toml",
            "lock",
            "log",
            "sha256",
            "asc",
            "sig",
            "gz",
            "zip");

    static FileKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yml") || lower.endsWith(".yaml")) {
            return compose(lower.substring(0, lower.lastIndexOf('.')));
        }
        return isDockerfile(lower) ? DOCKERFILE : NONE;
    }

    private static FileKind compose(String stem) {
        String rest = stem.startsWith("docker-compose")
                ? stem.substring("docker-compose".length())
                : stem.startsWith("compose") ? stem.substring("compose".length()) : "?";
        if (rest.isEmpty() || isSeparator(rest.charAt(0))) {
            return COMPOSE;
        }
        boolean ends = stem.endsWith("compose")
                && stem.length() > "compose".length()
                && isSeparator(stem.charAt(stem.length() - "compose".length() - 1));
        return ends ? MAYBE_COMPOSE : NONE;
    }

    private static boolean isDockerfile(String name) {
        if (name.startsWith(".") || name.startsWith("#") || name.endsWith("~")) {
            return false;
        }
        if (name.endsWith(".dockerfile") || name.endsWith(".containerfile")) {
            return true;
        }
        String rest = name.startsWith("dockerfile")
                ? name.substring("dockerfile".length())
                : name.startsWith("containerfile") ? name.substring("containerfile".length()) : "?";
        if (rest.isEmpty()) {
            return true;
        }
        String ending = rest.substring(rest.lastIndexOf('.') + 1);
        return isSeparator(rest.charAt(0)) && rest.length() > 1 && !OTHER_ENDINGS.contains(ending);
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-' || c == '_';
    }
}
