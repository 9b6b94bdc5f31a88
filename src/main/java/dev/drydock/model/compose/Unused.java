package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Resources that are declared and that no service uses.
final class Unused {

    private Unused() {}

    static List<Resource> of(List<Variant> variants, Resource.Sort sort) {
        Map<Place, Resource> unused = new LinkedHashMap<>();
        Set<Place> used = new HashSet<>();
        for (Variant variant : variants) {
            Set<String> names = new HashSet<>();
            boolean known = variant.model().isComplete() && isRead(variant) && names(variant.model(), sort, names);
            for (Resource resource : resources(variant.model(), sort)) {
                if (!known || names.contains(resource.name())) {
                    used.add(resource.namePlace());
                } else {
                    unused.putIfAbsent(resource.namePlace(), resource);
                }
            }
        }
        unused.keySet().removeAll(used);
        return new ArrayList<>(unused.values());
    }

    /// Whether all of the files could be read: what uses a resource may be in what could not.
    private static boolean isRead(Variant variant) {
        for (ComposeFile file : variant.files()) {
            if (file.isBroken()) {
                return false;
            }
        }
        return true;
    }

    private static List<Resource> resources(ComposeModel model, Resource.Sort sort) {
        return switch (sort) {
            case NETWORK -> model.networks();
            case VOLUME -> model.volumes();
            case SECRET -> model.secrets();
            case CONFIG -> model.configs();
        };
    }

    /// Collects the names that services use.
    ///
    /// @return whether all of them are known
    private static boolean names(ComposeModel model, Resource.Sort sort, Set<String> names) {
        boolean known = true;
        for (Service service : model.services()) {
            boolean read = names(service, sort, names);
            known &= service.complete() && read;
        }
        return known;
    }

    private static boolean names(Service service, Resource.Sort sort, Set<String> names) {
        return switch (sort) {
            case NETWORK -> {
                if (service.networks().isEmpty()) {
                    names.add("default");
                }
                yield grants(service.networks(), names);
            }
            case VOLUME -> {
                boolean known = true;
                for (Mount mount : service.volumes()) {
                    Value source = mount.source();
                    boolean bind = mount.type() == Mount.Type.BIND;
                    if (source != null && !bind) {
                        known &= source.isKnown();
                        names.add(source.or(""));
                    }
                    known &= mount.type() != Mount.Type.UNKNOWN;
                }
                yield known;
            }
            case SECRET -> {
                boolean known = grants(service.secrets(), names);
                yield (service.build() == null || grants(service.build().secrets(), names)) && known;
            }
            case CONFIG -> {
                boolean known = grants(service.configs(), names);
                yield credentials(service, names) && known;
            }
        };
    }

    /// The config that `credential_spec` names.
    private static boolean credentials(Service service, Set<String> names) {
        Node.Mapping spec = service.node().mapping("credential_spec");
        Value config = spec == null ? null : spec.scalar("config");
        if (config != null) {
            names.add(config.or(""));
        }
        return config == null || config.isKnown();
    }

    private static boolean grants(List<Grant> grants, Set<String> names) {
        boolean known = true;
        for (Grant grant : grants) {
            switch (grant.name()) {
                case Text.Known(String name) -> names.add(name);
                case Text.Unknown() -> known = false;
            }
        }
        return known;
    }
}
