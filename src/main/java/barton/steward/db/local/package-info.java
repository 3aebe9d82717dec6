/// The PostgreSQL server that the application brings along: unpacked, made and started by the first process that needs it, shared by
/// all of one home, and stopped by a [barton.steward.db.local.Watchdog] a minute after the last of them left.
package barton.steward.db.local;
