package dev.drydock.rules.project;

import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ExposedPort;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.HashSet;
import java.util.Set;

/// A way to log in to a container over the network: an SSH server in the image, or a port of one.
public final class SshServerInImage implements Rule.OnProject {

    private static final Set<String> SERVERS = Set.of("openssh-server", "openssh-sshd", "dropbear", "dropbear-bin");

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Span> told = new HashSet<>();
            for (Stage target : workspace.targets(file)) {
                for (Stage stage : target.lineage()) {
                    for (Step step : stage.steps()) {
                        ports(file, step, told, report);
                    }
                }
            }
            for (ShippedImage image : workspace.shippedImages(file)) {
                for (InstalledPackages.Installed installed : image.packages().list()) {
                    NamedPackage named = installed.named();
                    if (SERVERS.contains(named.name()) && told.add(named.span())) {
                        report.at(
                                file.source(),
                                named.span(),
                                named.name()
                                        + " lets people log in to the container; take it away, and use docker exec");
                    }
                }
            }
        }
    }

    private static void ports(BuildFile file, Step step, Set<Span> told, Report report) {
        if (!(step.instruction() instanceof Instruction.Expose) || step.isOnbuild()) {
            return;
        }
        for (ExposedPort port : ExposedPort.of(step)) {
            String service = service(port.first());
            if (!service.isEmpty() && port.last().equals(port.first()) && told.add(port.span())) {
                report.at(
                        file.source(),
                        port.span(),
                        "port " + port.first() + " is that of " + service
                                + ", with which people log in to the container; take it away, and use docker exec");
            }
        }
    }

    /// What listens on a port by which one logs in; empty for any other port.
    private static String service(String port) {
        return switch (port) {
            case "22" -> "SSH";
            case "23" -> "Telnet";
            case "3389" -> "remote desktops";
            case "5800", "5900" -> "VNC";
            default -> "";
        };
    }
}
