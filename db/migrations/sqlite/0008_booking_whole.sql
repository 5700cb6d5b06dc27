CREATE TABLE `booking_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`wave` integer CONSTRAINT `booking_ask_wave_number` CHECK (typeof(`wave`) in ('integer', 'null')) NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer CONSTRAINT `booking_ask_asked_at_number` CHECK (typeof(`asked_at`) in ('integer', 'null')) NOT NULL,
	`answer_by` integer CONSTRAINT `booking_ask_answer_by_number` CHECK (typeof(`answer_by`) in ('integer', 'null')) NOT NULL,
	`answered_at` integer CONSTRAINT `booking_ask_answered_at_number` CHECK (typeof(`answered_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_ask_winner` ON `booking_ask` (`booking_id`) WHERE "booking_ask"."state" = 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX `booking_ask_once` ON `booking_ask` (`booking_id`,`helper_id`);--> statement-breakpoint
CREATE INDEX `booking_ask_helper` ON `booking_ask` (`helper_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `booking_ask_state` ON `booking_ask` (`state`,`answer_by`);--> statement-breakpoint
CREATE TABLE `credit` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`amount_minor` integer CONSTRAINT `credit_amount_minor_number` CHECK (typeof(`amount_minor`) in ('integer', 'null')) NOT NULL,
	`left_minor` integer CONSTRAINT `credit_left_minor_number` CHECK (typeof(`left_minor`) in ('integer', 'null')) NOT NULL,
	`reason` text NOT NULL,
	`booking_id` text,
	`granted_at` integer CONSTRAINT `credit_granted_at_number` CHECK (typeof(`granted_at`) in ('integer', 'null')) NOT NULL,
	CONSTRAINT "credit_left" CHECK("credit"."left_minor" >= 0 and "credit"."left_minor" <= "credit"."amount_minor")
);
--> statement-breakpoint
CREATE INDEX `credit_email` ON `credit` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_once` ON `credit` (`booking_id`,`reason`);--> statement-breakpoint
CREATE TABLE `credit_use` (
	`id` text PRIMARY KEY NOT NULL,
	`credit_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`amount_minor` integer CONSTRAINT `credit_use_amount_minor_number` CHECK (typeof(`amount_minor`) in ('integer', 'null')) NOT NULL,
	`state` text NOT NULL,
	`at` integer CONSTRAINT `credit_use_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`credit_id`) REFERENCES `credit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `credit_use_booking` ON `credit_use` (`booking_id`);--> statement-breakpoint
CREATE INDEX `credit_use_credit` ON `credit_use` (`credit_id`);--> statement-breakpoint
CREATE TABLE `favourite` (
	`person_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`at` integer CONSTRAINT `favourite_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	PRIMARY KEY(`person_id`, `helper_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rescue` (
	`id` text PRIMARY KEY NOT NULL,
	`root_booking_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`reason` text NOT NULL,
	`wish` text,
	`words` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`new_booking_id` text,
	`frozen_minor` integer CONSTRAINT `rescue_frozen_minor_number` CHECK (typeof(`frozen_minor`) in ('integer', 'null')) NOT NULL,
	`paid_minor` integer CONSTRAINT `rescue_paid_minor_number` CHECK (typeof(`paid_minor`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer CONSTRAINT `rescue_opened_at_number` CHECK (typeof(`opened_at`) in ('integer', 'null')) NOT NULL,
	`ended_at` integer CONSTRAINT `rescue_ended_at_number` CHECK (typeof(`ended_at`) in ('integer', 'null')),
	FOREIGN KEY (`root_booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rescue_open` ON `rescue` (`booking_id`) WHERE "rescue"."state" in ('open', 'booked');--> statement-breakpoint
CREATE INDEX `rescue_root` ON `rescue` (`root_booking_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `rescue_state` ON `rescue` (`state`,`opened_at`);--> statement-breakpoint
CREATE INDEX `rescue_new` ON `rescue` (`new_booking_id`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`every_weeks` integer CONSTRAINT `series_every_weeks_number` CHECK (typeof(`every_weeks`) in ('integer', 'null')) NOT NULL,
	`wanted` integer CONSTRAINT `series_wanted_number` CHECK (typeof(`wanted`) in ('integer', 'null')) NOT NULL,
	`created_at` integer CONSTRAINT `series_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sick_range` (
	`id` text PRIMARY KEY NOT NULL,
	`helper_id` text NOT NULL,
	`from_at` integer CONSTRAINT `sick_range_from_at_number` CHECK (typeof(`from_at`) in ('integer', 'null')) NOT NULL,
	`until_at` integer CONSTRAINT `sick_range_until_at_number` CHECK (typeof(`until_at`) in ('integer', 'null')) NOT NULL,
	`visits` integer CONSTRAINT `sick_range_visits_number` CHECK (typeof(`visits`) in ('integer', 'null')) NOT NULL,
	`at` integer CONSTRAINT `sick_range_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sick_range_helper` ON `sick_range` (`helper_id`,`until_at`);--> statement-breakpoint
CREATE TABLE `visit_absence` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`absent` text NOT NULL,
	`noted_by` text NOT NULL,
	`waiting_since` integer CONSTRAINT `visit_absence_waiting_since_number` CHECK (typeof(`waiting_since`) in ('integer', 'null')) NOT NULL,
	`first_call_at` integer CONSTRAINT `visit_absence_first_call_at_number` CHECK (typeof(`first_call_at`) in ('integer', 'null')),
	`second_call_at` integer CONSTRAINT `visit_absence_second_call_at_number` CHECK (typeof(`second_call_at`) in ('integer', 'null')),
	`state` text NOT NULL,
	`ended_at` integer CONSTRAINT `visit_absence_ended_at_number` CHECK (typeof(`ended_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_absence_open` ON `visit_absence` (`booking_id`) WHERE "visit_absence"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `visit_absence_booking` ON `visit_absence` (`booking_id`);--> statement-breakpoint
CREATE TABLE `visit_extra` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`amount_minor` integer CONSTRAINT `visit_extra_amount_minor_number` CHECK (typeof(`amount_minor`) in ('integer', 'null')) NOT NULL,
	`state` text NOT NULL,
	`proposed_at` integer CONSTRAINT `visit_extra_proposed_at_number` CHECK (typeof(`proposed_at`) in ('integer', 'null')) NOT NULL,
	`answered_at` integer CONSTRAINT `visit_extra_answered_at_number` CHECK (typeof(`answered_at`) in ('integer', 'null')),
	`consent` text,
	`code_tries` integer CONSTRAINT `visit_extra_code_tries_number` CHECK (typeof(`code_tries`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`paid_at` integer CONSTRAINT `visit_extra_paid_at_number` CHECK (typeof(`paid_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_extra_amount" CHECK("visit_extra"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE INDEX `visit_extra_booking` ON `visit_extra` (`booking_id`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `watcher` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`may` text NOT NULL,
	`locale` text NOT NULL,
	`key_hash` text NOT NULL,
	`added_at` integer CONSTRAINT `watcher_added_at_number` CHECK (typeof(`added_at`) in ('integer', 'null')) NOT NULL,
	`removed_at` integer CONSTRAINT `watcher_removed_at_number` CHECK (typeof(`removed_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watcher_once` ON `watcher` (`booking_id`,`email`);--> statement-breakpoint
CREATE INDEX `watcher_email` ON `watcher` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `watcher_key` ON `watcher` (`key_hash`);--> statement-breakpoint
ALTER TABLE `booking` ADD `substitution` text DEFAULT 'ask' NOT NULL;--> statement-breakpoint
ALTER TABLE `booking` ADD `wave` integer CONSTRAINT `booking_wave_number` CHECK (typeof(`wave`) in ('integer', 'null')) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `booking` ADD `next_wave_at` integer CONSTRAINT `booking_next_wave_at_number` CHECK (typeof(`next_wave_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `customer_confirmed_at` integer CONSTRAINT `booking_customer_confirmed_at_number` CHECK (typeof(`customer_confirmed_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `helper_confirmed_at` integer CONSTRAINT `booking_helper_confirmed_at_number` CHECK (typeof(`helper_confirmed_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `confirm_reminded_at` integer CONSTRAINT `booking_confirm_reminded_at_number` CHECK (typeof(`confirm_reminded_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `arrival_from_at` integer CONSTRAINT `booking_arrival_from_at_number` CHECK (typeof(`arrival_from_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `arrival_until_at` integer CONSTRAINT `booking_arrival_until_at_number` CHECK (typeof(`arrival_until_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `arrived_at` integer CONSTRAINT `booking_arrived_at_number` CHECK (typeof(`arrived_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `code_tries` integer CONSTRAINT `booking_code_tries_number` CHECK (typeof(`code_tries`) in ('integer', 'null')) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `booking` ADD `code_matched_at` integer CONSTRAINT `booking_code_matched_at_number` CHECK (typeof(`code_matched_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `follows_booking_id` text;--> statement-breakpoint
ALTER TABLE `booking` ADD `follows` text;--> statement-breakpoint
ALTER TABLE `booking` ADD `payable_minor` integer CONSTRAINT `booking_payable_minor_number` CHECK (typeof(`payable_minor`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `booking` ADD `series_nth` integer CONSTRAINT `booking_series_nth_number` CHECK (typeof(`series_nth`) in ('integer', 'null'));--> statement-breakpoint
CREATE INDEX `booking_follows` ON `booking` (`follows_booking_id`);--> statement-breakpoint
CREATE INDEX `booking_series` ON `booking` (`series_id`,`series_nth`);--> statement-breakpoint
ALTER TABLE `helper` ADD `tonight_until` integer CONSTRAINT `helper_tonight_until_number` CHECK (typeof(`tonight_until`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `payment` ADD `purpose` text DEFAULT 'visit' NOT NULL;--> statement-breakpoint
ALTER TABLE `payment` ADD `extra_id` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `with_payment_id` text;--> statement-breakpoint
CREATE INDEX `payment_with` ON `payment` (`with_payment_id`);--> statement-breakpoint
UPDATE `booking` SET `policy` = json_set(`policy`, '$.waveAnswerMinutes', 120, '$.waveSize', 3, '$.waves', 3, '$.confirmHours', 24, '$.confirmRemindHours', 6, '$.extraCapMinor', 10000, '$.absenceMinutes', 15, '$.absentCreditMinor', 2000, '$.rescueCaseMinor', 15000, '$.rescueYearMinor', 2000000, '$.seriesMost', 12) WHERE json_extract(`policy`, '$.waves') IS NULL;
