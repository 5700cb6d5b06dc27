CREATE TABLE `reschedule_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`proposed_by` text NOT NULL,
	`asks` text NOT NULL,
	`slots` text NOT NULL,
	`state` text NOT NULL,
	`answer_by` integer CONSTRAINT `reschedule_proposal_answer_by_number` CHECK (typeof(`answer_by`) in ('integer', 'null')) NOT NULL,
	`at` integer CONSTRAINT `reschedule_proposal_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	`answered_at` integer CONSTRAINT `reschedule_proposal_answered_at_number` CHECK (typeof(`answered_at`) in ('integer', 'null')),
	`chosen` integer CONSTRAINT `reschedule_proposal_chosen_number` CHECK (typeof(`chosen`) in ('integer', 'null')),
	`starts_at` integer CONSTRAINT `reschedule_proposal_starts_at_number` CHECK (typeof(`starts_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reschedule_proposal_open` ON `reschedule_proposal` (`booking_id`) WHERE "reschedule_proposal"."state" = 'open';--> statement-breakpoint
CREATE INDEX `reschedule_proposal_booking` ON `reschedule_proposal` (`booking_id`,`at`);--> statement-breakpoint
ALTER TABLE `booking` ADD `sequence` integer CONSTRAINT `booking_sequence_number` CHECK (typeof(`sequence`) in ('integer', 'null')) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `booking` ADD `late_move_bp` integer CONSTRAINT `booking_late_move_bp_number` CHECK (typeof(`late_move_bp`) in ('integer', 'null'));--> statement-breakpoint
UPDATE `booking` SET `sequence` = CASE WHEN `state` IN ('abandoned', 'declined', 'lapsed', 'cancelled') THEN 2 WHEN `accepted_at` IS NOT NULL THEN 1 ELSE 0 END;
