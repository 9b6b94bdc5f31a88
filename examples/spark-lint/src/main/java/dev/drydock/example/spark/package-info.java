/// Lints a set of projects with Drydock on Apache Spark: the analysis is a pure function of a project's files, so it
/// runs wherever they are.
package dev.drydock.example.spark;
