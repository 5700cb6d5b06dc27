CREATE TABLE `calendar_busy` (
	`source_id` text NOT NULL,
	`calendar_id` text NOT NULL,
	`from_at` integer CONSTRAINT `calendar_busy_from_at_number` CHECK (typeof(`from_at`) in ('integer', 'null')) NOT NULL,
	`until_at` integer CONSTRAINT `calendar_busy_until_at_number` CHECK (typeof(`until_at`) in ('integer', 'null')) NOT NULL,
	PRIMARY KEY(`source_id`, `from_at`),
	FOREIGN KEY (`source_id`) REFERENCES `calendar_source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_busy_calendar` ON `calendar_busy` (`calendar_id`,`until_at`);--> statement-breakpoint
CREATE TABLE `calendar_conflict` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`calendar_id` text NOT NULL,
	`starts_at` integer CONSTRAINT `calendar_conflict_starts_at_number` CHECK (typeof(`starts_at`) in ('integer', 'null')) NOT NULL,
	`raised_at` integer CONSTRAINT `calendar_conflict_raised_at_number` CHECK (typeof(`raised_at`) in ('integer', 'null')) NOT NULL,
	`dismissed_at` integer CONSTRAINT `calendar_conflict_dismissed_at_number` CHECK (typeof(`dismissed_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_conflict_visit` ON `calendar_conflict` (`booking_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `calendar_conflict_calendar` ON `calendar_conflict` (`calendar_id`);--> statement-breakpoint
CREATE TABLE `calendar_feed` (
	`helper_id` text PRIMARY KEY NOT NULL,
	`version` integer CONSTRAINT `calendar_feed_version_number` CHECK (typeof(`version`) in ('integer', 'null')) NOT NULL,
	`token_hash` text,
	`changed_at` integer CONSTRAINT `calendar_feed_changed_at_number` CHECK (typeof(`changed_at`) in ('integer', 'null')) NOT NULL,
	`last_read_at` integer CONSTRAINT `calendar_feed_last_read_at_number` CHECK (typeof(`last_read_at`) in ('integer', 'null')),
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feed_token` ON `calendar_feed` (`token_hash`);--> statement-breakpoint
CREATE TABLE `calendar_rule` (
	`calendar_id` text PRIMARY KEY NOT NULL,
	`buffer_before_minutes` integer CONSTRAINT `calendar_rule_buffer_before_minutes_number` CHECK (typeof(`buffer_before_minutes`) in ('integer', 'null')),
	`buffer_after_minutes` integer CONSTRAINT `calendar_rule_buffer_after_minutes_number` CHECK (typeof(`buffer_after_minutes`) in ('integer', 'null')),
	`visits_per_day` integer CONSTRAINT `calendar_rule_visits_per_day_number` CHECK (typeof(`visits_per_day`) in ('integer', 'null')),
	`visits_per_week` integer CONSTRAINT `calendar_rule_visits_per_week_number` CHECK (typeof(`visits_per_week`) in ('integer', 'null')),
	`longest_day_minutes` integer CONSTRAINT `calendar_rule_longest_day_minutes_number` CHECK (typeof(`longest_day_minutes`) in ('integer', 'null')),
	`lead_minutes` integer CONSTRAINT `calendar_rule_lead_minutes_number` CHECK (typeof(`lead_minutes`) in ('integer', 'null')),
	`horizon_days` integer CONSTRAINT `calendar_rule_horizon_days_number` CHECK (typeof(`horizon_days`) in ('integer', 'null')),
	`step_minutes` integer CONSTRAINT `calendar_rule_step_minutes_number` CHECK (typeof(`step_minutes`) in ('integer', 'null')),
	`means` text,
	`updated_at` integer CONSTRAINT `calendar_rule_updated_at_number` CHECK (typeof(`updated_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_source` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`etag` text,
	`last_modified` text,
	`digest` text,
	`state` text NOT NULL,
	`problem` text,
	`failures` integer CONSTRAINT `calendar_source_failures_number` CHECK (typeof(`failures`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`notes` text NOT NULL,
	`spans` integer CONSTRAINT `calendar_source_spans_number` CHECK (typeof(`spans`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`last_tried_at` integer CONSTRAINT `calendar_source_last_tried_at_number` CHECK (typeof(`last_tried_at`) in ('integer', 'null')) NOT NULL,
	`last_fetched_at` integer CONSTRAINT `calendar_source_last_fetched_at_number` CHECK (typeof(`last_fetched_at`) in ('integer', 'null')) NOT NULL,
	`next_at` integer CONSTRAINT `calendar_source_next_at_number` CHECK (typeof(`next_at`) in ('integer', 'null')),
	`expanded_until` integer CONSTRAINT `calendar_source_expanded_until_number` CHECK (typeof(`expanded_until`) in ('integer', 'null')) NOT NULL,
	`created_at` integer CONSTRAINT `calendar_source_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`calendar_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_source_calendar` ON `calendar_source` (`calendar_id`);--> statement-breakpoint
CREATE INDEX `calendar_source_next` ON `calendar_source` (`next_at`);--> statement-breakpoint
CREATE TABLE `holiday` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `holiday_calendar` ON `holiday` (`calendar_id`,`until_date`);--> statement-breakpoint
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
ALTER TABLE `occupancy` ADD `visit_from_at` integer CONSTRAINT `occupancy_visit_from_at_number` CHECK (typeof(`visit_from_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `occupancy` ADD `visit_until_at` integer CONSTRAINT `occupancy_visit_until_at_number` CHECK (typeof(`visit_until_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `occupancy` ADD `lat` real CONSTRAINT `occupancy_lat_number` CHECK (typeof(`lat`) in ('real', 'null'));--> statement-breakpoint
ALTER TABLE `occupancy` ADD `lng` real CONSTRAINT `occupancy_lng_number` CHECK (typeof(`lng`) in ('real', 'null'));--> statement-breakpoint
UPDATE `booking` SET `sequence` = CASE WHEN `state` IN ('abandoned', 'declined', 'lapsed', 'cancelled') THEN 2 WHEN `accepted_at` IS NOT NULL THEN 1 ELSE 0 END;
