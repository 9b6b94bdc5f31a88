/// Runs rules over a project: finds its files, reads them, runs what is on, applies suppressions, sorts.
///
/// The engine is given the rules; it knows none by name. The same project gives the same outcome, whatever the
/// number of threads. A crash in a rule is caught, named and reported as a fault of Drydock; everything else still
/// runs.
@NullMarked
package dev.drydock.engine;

import org.jspecify.annotations.NullMarked;
