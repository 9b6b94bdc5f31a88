package dev.drydock.model.command;

/// Commands that check what was downloaded.
public final class Verification {

    private Verification() {}

    /// Whether one of the commands compares a checksum or checks a signature.
    public static boolean isIn(Commands commands) {
        for (Command command : commands) {
            if (isCheck(command)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a command compares a checksum or checks a signature.
    public static boolean isCheck(Command command) {
        return switch (command.name()) {
            case "sha1sum",
                    "sha224sum",
                    "sha256sum",
                    "sha384sum",
                    "sha512sum",
                    "shasum",
                    "md5sum",
                    "b2sum",
                    "cksum",
                    "gpgv",
                    "gpgv2",
                    "cosign",
                    "minisign",
                    "signify",
                    "slsa-verifier" -> true;
            case "gpg", "gpg2" -> command.has("--verify") || command.has("--verify-files");
            case "openssl" -> command.has("dgst") || command.has("sha256") || command.has("-verify");
            case "rpm" -> command.has("-K") || command.has("--checksig");
            default -> false;
        };
    }
}
