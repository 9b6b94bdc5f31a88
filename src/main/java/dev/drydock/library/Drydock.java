package dev.drydock.library;

import dev.drydock.config.Config;
import dev.drydock.config.ConfigException;
import dev.drydock.config.ConfigReader;
import dev.drydock.config.Settings;
import dev.drydock.engine.Discovery;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Project;
import dev.drydock.report.Format;
import dev.drydock.report.Run;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Checks projects. What comes out depends on the snapshot and on nothing else: no file, no environment, no clock;
/// the same snapshot gives the same outcome on every machine. Safe to call from many threads.
public final class Drydock {

    private Drydock() {}

    /// What every check needs, read when the first is made.
    private static final class Known {
        private static final RuleIndex INDEX = RuleIndex.load();
        private static final List<Rule> RULES = Rules.all();
    }

    /// Checks a project with the calling thread. Never throws on what is in it: what cannot be read is a fault of
    /// the outcome, a configuration that is wrong included.
    ///
    /// @throws IllegalArgumentException where the snapshot asks for a profile that there is not
    public static Outcome check(Snapshot snapshot) {
        RuleIndex index = Known.INDEX;
        String profile = snapshot.profile();
        if (profile != null && !index.profiles().contains(profile)) {
            throw new IllegalArgumentException(
                    "no profile " + profile + "; there is " + String.join(", ", index.profiles()));
        }
        try {
            var choice = new Settings.Choice(profile, null, Set.of(), Set.of());
            Settings settings = Settings.of(index, config(snapshot.tree(), index), choice, Settings.Base.ROOT);
            Project project = Discovery.find(snapshot.tree(), Discovery.Choice.of(settings, List.of()));
            return new Engine(Known.RULES, settings, index, 1).check(project);
        } catch (ConfigException e) {
            return failed(ConfigReader.FILE_NAME, String.join("; ", e.messages()));
        } catch (IOException e) {
            return failed("", String.valueOf(e.getMessage()));
        }
    }

    private static Outcome failed(String where, String message) {
        return new Outcome(
                List.of(), List.of(), List.of(new Outcome.Fault(Outcome.Fault.Kind.INPUT, where, message)), List.of());
    }

    private static Config config(Tree tree, RuleIndex index) throws ConfigException, IOException {
        return tree.kind(ConfigReader.FILE_NAME) == Tree.Kind.FILE
                ? ConfigReader.read(tree.source(ConfigReader.FILE_NAME), index)
                : Config.EMPTY;
    }

    /// The outcome as SARIF 2.1.0, as `drydock check --format sarif` writes it.
    public static String sarif(Outcome outcome) {
        return report(outcome, Format.SARIF);
    }

    /// The outcome as text, a line a finding with the words that are wrong below it.
    public static String text(Outcome outcome) {
        return report(outcome, Format.TEXT);
    }

    private static String report(Outcome outcome, Format format) {
        var text = new StringBuilder();
        try {
            format.write(new Run(outcome, Known.INDEX), Format.Style.PLAIN, text);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail", e);
        }
        return text.toString();
    }
}
