package dev.drydock.rule;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Outcome.Fault;
import java.util.List;

/// Another program that looks at what Drydock has read.
public interface Companion {

    /// What it found, and what went wrong with it.
    record Found(List<Finding> findings, List<Fault> faults) {
        public Found {
            findings = List.copyOf(findings);
            faults = List.copyOf(faults);
        }
    }

    /// Looks at files. Never throws: what goes wrong is a fault.
    Found check(List<BuildFile> files);
}
