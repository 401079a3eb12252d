/**
 * Gates in builds: the step that waits, the pages and the web API that answer, and what a build remembers of them.
 *
 * <pre>
 *   ManualGateExecution ──► LiveGate (while a build waits) ──► gate.Gate ──► decisions.jsonl
 *   browser, curl ──► GatesAction ──► GateResource ──► LiveGate
 *   GateService: deadlines and reminders of all live gates, on two threads
 * </pre>
 */
package io.jenkins.plugins.stackdeploy.approval;
