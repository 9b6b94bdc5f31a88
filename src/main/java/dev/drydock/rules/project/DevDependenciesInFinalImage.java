package dev.drydock.rules.project;

import dev.drydock.model.DevelopmentInstall;
import dev.drydock.model.Manifests;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Dependencies that only development needs, in an image that ships.
public final class DevDependenciesInFinalImage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Integer> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                for (DevelopmentInstall install :
                        workspace.developmentInstalls(file).at(image.stage())) {
                    Place place = install.copied() != null ? install.copied() : install.place();
                    if (!isEmpty(workspace, file, install)
                            && told.add(place.span().start())) {
                        tell(image, install, report.at(place, message(install)));
                    }
                }
            }
        }
    }

    private static boolean isEmpty(Workspace workspace, BuildFile file, DevelopmentInstall install) {
        return install.kind() == DevelopmentInstall.Kind.MANIFEST
                && Manifests.listNone(
                        workspace, file, install.operation().manager().name());
    }

    private static void tell(ShippedImage image, DevelopmentInstall install, Report.Draft draft) {
        List<Stage> heirs = image.heirs(install.owner());
        Place copied = install.copied();
        if (copied == null && heirs.isEmpty()) {
            return;
        }
        draft.step(install.place(), "installed here");
        if (copied != null) {
            draft.step(copied, "copied into " + install.owner().title());
            draft.related(install.place(), "installed here");
        }
        for (Stage heir : heirs) {
            draft.step(new Place(heir.file().source(), heir.span()), "inherited by " + heir.title());
        }
        draft.related(image.stage().file().source(), image.stage().span(), "the stage that ships");
    }

    private static String message(DevelopmentInstall install) {
        String words = install.place().text();
        if (install.copied() != null) {
            return "brings the dependencies for development that " + words
                    + " installs; prune them before, or copy from " + "a stage that installs without them";
        }
        return switch (install.kind()) {
            case MANIFEST -> words + " leaves dependencies for development in the image that ships; " + remedy(install);
            case FILE -> words + " is for development, and the image ships; install only what the program needs to run";
            case EXTRA -> words + " asks for an extra for development, and the image ships; leave it out";
            case EDITABLE -> "an editable install is for development, and the image ships; install the package itself";
        };
    }

    private static String remedy(DevelopmentInstall install) {
        if (install.builds()) {
            return "build in a stage of its own, or prune them after the build";
        }
        return switch (install.operation().manager().name()) {
            case "npm" -> "add --omit=dev";
            case "yarn", "bun" -> "add --production";
            case "pnpm" -> "add --prod";
            case "composer", "uv" -> "add --no-dev";
            case "poetry" -> "add --only main";
            case "bundle" -> "set BUNDLE_WITHOUT=development:test";
            case String _ -> "leave them out";
        };
    }
}
