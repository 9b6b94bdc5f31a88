/// An [dev.drydock.rule.Outcome] as text, JSON, SARIF 2.1.0 or GitHub annotations.
///
/// Every report is written by streaming, in the order of the outcome: the same outcome gives the same bytes.
@NullMarked
package dev.drydock.report;

import org.jspecify.annotations.NullMarked;
