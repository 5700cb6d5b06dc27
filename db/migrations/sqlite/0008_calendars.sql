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
CREATE INDEX `calendar_source_next` ON `calendar_source` (`next_at`);