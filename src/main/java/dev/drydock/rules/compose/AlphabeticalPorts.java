package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Layout.WrittenService;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.PortRange;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.Ordering;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ports of a service in ascending order.
public final class AlphabeticalPorts implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (WrittenService written : file.layout().services()) {
                YamlNode.Sequence list = written.list("ports");
                Service service = file.service(written.name());
                if (list != null && service != null) {
                    check(file, list, numbers(file, service), report);
                }
            }
        }
    }

    private static void check(ComposeFile file, YamlNode.Sequence list, Map<Span, Integer> numbers, Report report) {
        for (YamlNode item : list.items()) {
            if (!numbers.containsKey(item.span())) {
                return;
            }
        }
        Ordering.Disorder found = Ordering.of(
                file.yaml(),
                list,
                (a, b) -> Integer.compare(numbers.getOrDefault(a.span(), 0), numbers.getOrDefault(b.span(), 0)));
        if (found != null) {
            report.at(
                    file.source(),
                    found,
                    "port " + numbers.get(found.moved().span()) + " belongs before "
                            + numbers.get(found.before().span()));
        }
    }

    /// By the place of each entry, the first port of the host that it publishes; where it leaves that to Docker,
    /// the first port of the container. Those that nobody knows are left out.
    private static Map<Span, Integer> numbers(ComposeFile file, Service service) {
        Map<Span, Integer> numbers = new HashMap<>();
        for (Port port : service.ports()) {
            PortRange range = range(port.published() == null ? port.target() : port.published());
            if (range != null && port.place().source() == file.source()) {
                numbers.put(port.place().span(), range.first());
            }
        }
        return numbers;
    }

    private static @Nullable PortRange range(@Nullable Value port) {
        return port == null ? null : PortRange.of(port.or(""));
    }
}
