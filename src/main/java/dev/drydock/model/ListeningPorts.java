package dev.drydock.model;

import dev.drydock.model.build.ExposedPort;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Commands;
import dev.drydock.model.command.ServerPort;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.EnvFile;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.image.BaseImage;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ports on which a service listens, as far as its files tell.
///
/// @param why what tells it, in words: `uvicorn listens on 8000`
/// @param place where it is told; null where the image's makers do
/// @param ofService whether a command of the service tells it
/// @param certain whether it listens on no other port; otherwise that is what its image says
public record ListeningPorts(
        List<ExposedPort> ports, String why, @Nullable Place place, boolean ofService, boolean certain) {

    public ListeningPorts {
        ports = List.copyOf(ports);
    }

    /// What a service listens on; null where that is unknown.
    public static @Nullable ListeningPorts of(Workspace workspace, Variant.Run run) {
        Service service = run.service();
        ContainerImage image = ContainerImage.of(workspace, run);
        if (image == null || service.value("network_mode") != null) {
            return null;
        }
        ListeningPorts served = ofCommand(workspace, service, image);
        return served != null ? served : image.stage() == null ? ofPulled(service, image) : ofExposed(image);
    }

    private static @Nullable ListeningPorts ofCommand(Workspace workspace, Service service, ContainerImage image) {
        Commands commands = null;
        Place place = null;
        CommandLine own = service.command() != null ? service.command() : service.entrypoint();
        if (own != null) {
            commands = isWhole(service, image) ? own.commands() : null;
            place = own.place();
        } else {
            Step step = image.starter();
            commands = step == null ? null : step.commands();
            place = step == null
                    ? null
                    : new Place(
                            step.stage().file().source(),
                            step.instruction().head().text().span());
        }
        ServerPort port = commands == null ? null : ServerPort.of(commands);
        if (port == null || (!port.asked() && mayBeSet(workspace, service, image))) {
            return null;
        }
        return new ListeningPorts(
                List.of(plain(port.port())), port.program() + " listens on " + port.port(), place, own != null, true);
    }

    /// Whether what the service says is all that starts: a command may be no more than arguments for the image's
    /// own entrypoint.
    private static boolean isWhole(Service service, ContainerImage image) {
        boolean wrapped = image.last(Instruction.Entrypoint.class) != null
                || image.base() == null
                || image.base().serves();
        return service.command() == null || (service.entrypoint() == null && !wrapped);
    }

    /// Whether a variable may give a server another port than the one that it takes by itself.
    private static boolean mayBeSet(Workspace workspace, Service service, ContainerImage image) {
        for (Setting setting : service.environment()) {
            if (setting.name().contains("PORT")) {
                return true;
            }
        }
        for (EnvFile file : service.envFiles()) {
            for (String name :
                    ComposeProject.environmentFile(workspace.tree(), file).keySet()) {
                if (name.contains("PORT")) {
                    return true;
                }
            }
        }
        for (Step step : image.steps()) {
            if (step.instruction() instanceof Instruction.Env && step.text().contains("PORT")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ListeningPorts ofPulled(Service service, ContainerImage image) {
        BaseImage base = image.base();
        ServiceImage known = ServiceImage.of(service);
        boolean plain = known != null
                && (known.kind().equals("database") || known.kind().equals("cache"));
        if (base == null
                || base.ports().isEmpty()
                || !(plain || base.serves())
                || !service.words().isEmpty()
                || !service.configs().isEmpty()
                || mountsSettings(service)) {
            return null;
        }
        var ports = new ArrayList<ExposedPort>();
        for (String port : base.ports()) {
            ports.add(plain(port));
        }
        for (String port : known == null ? List.<String>of() : known.ports()) {
            ports.add(plain(port));
        }
        return new ListeningPorts(
                ports, image.title() + " listens on " + String.join(" and ", base.ports()), null, false, true);
    }

    private static boolean mountsSettings(Service service) {
        for (Mount mount : service.volumes()) {
            String target = mount.target() == null ? "" : mount.target().or("");
            if (target.startsWith("/etc") || (mount.type() != Mount.Type.VOLUME && !target.contains("initdb"))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ListeningPorts ofExposed(ContainerImage image) {
        var ports = new ArrayList<ExposedPort>();
        Step last = null;
        for (Step step : image.steps()) {
            if (step.instruction() instanceof Instruction.Expose expose) {
                List<ExposedPort> here = ExposedPort.of(step);
                if (here.size() < expose.ports().size()) {
                    return null;
                }
                ports.addAll(here);
                last = step;
            }
        }
        if (last == null || image.base() == null) {
            return null;
        }
        for (String port : image.base().ports()) {
            ports.add(plain(port));
        }
        var names = new ArrayList<String>();
        for (ExposedPort port : ports) {
            if (!names.contains(port.withoutHost())) {
                names.add(port.withoutHost());
            }
        }
        return new ListeningPorts(
                ports,
                image.title() + " exposes " + String.join(" and ", names),
                new Place(
                        last.stage().file().source(),
                        last.instruction().head().text().span()),
                false,
                false);
    }

    private static ExposedPort plain(String port) {
        int slash = port.indexOf('/');
        String number = slash < 0 ? port : port.substring(0, slash);
        return new ExposedPort(port, Span.at(0), number, number, slash < 0 ? "" : port.substring(slash + 1), false);
    }

    /// Whether it listens on a port.
    public boolean contain(int port) {
        for (ExposedPort one : ports) {
            int first = ExposedPort.number(one.first());
            int last = ExposedPort.number(one.last());
            if (first < 0 || last < 0 || (first <= port && port <= last)) {
                return true;
            }
        }
        return false;
    }

    /// Whether something else of a service or its image speaks of a port, or may: a variable, a label, a command, a
    /// step of the Dockerfile.
    public static boolean areSpokenOf(Workspace workspace, Variant.Run run, String port) {
        Service service = run.service();
        for (Setting setting : service.environment()) {
            Value value = setting.value();
            boolean unknown = value == null || !value.isKnown();
            if ((unknown && setting.name().contains("PORT")) || (value != null && has(value, port))) {
                return true;
            }
        }
        for (Setting label : service.labels()) {
            if (label.value() != null && has(label.value(), port)) {
                return true;
            }
        }
        for (Value exposed : service.node().scalars("expose")) {
            if (has(exposed, port)) {
                return true;
            }
        }
        for (Value word : service.words()) {
            if (!word.isKnown() || has(word, port)) {
                return true;
            }
        }
        for (EnvFile file : service.envFiles()) {
            if (file.path().path() == null
                    || workspace.tree().kind(file.path().path()) != Tree.Kind.FILE
                    || hasValue(workspace, file, port)) {
                return true;
            }
        }
        ContainerImage image = ContainerImage.of(workspace, run);
        for (Step step : image == null ? List.<Step>of() : image.steps()) {
            if (!(step.instruction() instanceof Instruction.Expose) && hasNumber(step.text(), port)) {
                return true;
            }
        }
        return !service.configs().isEmpty();
    }

    private static boolean hasValue(Workspace workspace, EnvFile file, String port) {
        for (String value :
                ComposeProject.environmentFile(workspace.tree(), file).values()) {
            if (hasNumber(value, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Value value, String port) {
        return hasNumber(value.text() instanceof Text.Known(String text) ? text : value.written(), port);
    }

    /// Whether a number stands in a text, digits of no longer one.
    private static boolean hasNumber(String text, String number) {
        for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
            int end = at + number.length();
            boolean before = at > 0 && Character.isDigit(text.charAt(at - 1));
            boolean after = end < text.length() && Character.isDigit(text.charAt(end));
            if (!before && !after) {
                return true;
            }
        }
        return false;
    }
}
