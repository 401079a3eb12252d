/**
 * Approvals: who may decide, how many must agree, what was decided. It knows neither Jenkins nor a cloud.
 *
 * <pre>
 *   GatePolicy: rules ──► places, each filled by one person; Matching says whether all are filled
 *   Gate:       OPEN ──► APPROVED | REJECTED | EXPIRED_APPROVED | EXPIRED_REJECTED | SUPERSEDED | ABORTED, once
 *   Ledger:     every decision, in order, on the disk before anybody hears of it
 * </pre>
 */
package io.jenkins.plugins.stackdeploy.gate;
