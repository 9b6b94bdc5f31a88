package dev.drydock.rules;

import dev.drydock.config.Config;
import dev.drydock.config.ConfigException;
import dev.drydock.config.ConfigReader;
import dev.drydock.config.Settings;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Project;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Rule;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One rule run over the files of a page's scenario.
final class PageRun {

    private PageRun() {}

    /// What the rule finds.
    ///
    /// @param texts the files by path
    /// @param languages the first words of their fences
    static Outcome of(Rule rule, Map<String, String> texts, Map<String, String> languages) throws ConfigException {
        var dockerfiles = new ArrayList<String>();
        var composeFiles = new ArrayList<String>();
        Config config = Config.EMPTY;
        for (Map.Entry<String, String> file : texts.entrySet()) {
            String path = file.getKey();
            switch (languages.getOrDefault(path, "")) {
                case "dockerfile" -> dockerfiles.add(path);
                case "yaml" -> {
                    if (path.equals(ConfigReader.FILE_NAME)) {
                        config = ConfigReader.read(Source.of(path, file.getValue()), PagesTest.INDEX);
                    } else if (path.contains("compose")) {
                        composeFiles.add(path);
                    }
                }
                default -> {
                    // A file that is only there.
                }
            }
        }
        var choice = new Settings.Choice(null, null, Set.of(rule.id()), Set.of());
        var settings = Settings.of(PagesTest.INDEX, config, choice, Settings.Base.ROOT);
        var project = new Project(new MemoryTree(texts), dockerfiles, composeFiles, texts.keySet());
        return new Engine(List.of(rule), settings, PagesTest.INDEX, 1).check(project);
    }
}
