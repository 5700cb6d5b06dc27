CREATE TABLE `end_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`helper_id` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer CONSTRAINT `end_proposal_proposed_at_number` CHECK (typeof(`proposed_at`) in ('integer', 'null')) NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer CONSTRAINT `end_proposal_decided_at_number` CHECK (typeof(`decided_at`) in ('integer', 'null')),
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "end_proposal_second_person" CHECK("end_proposal"."decision" is null or "end_proposal"."decision" <> 'confirmed' or coalesce("end_proposal"."decided_by", "end_proposal"."proposed_by") <> "end_proposal"."proposed_by")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `end_proposal_open` ON `end_proposal` (`helper_id`) WHERE "end_proposal"."decided_at" is null;--> statement-breakpoint
CREATE TABLE `illness_waiver` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`identity` text NOT NULL,
	`year` integer CONSTRAINT `illness_waiver_year_number` CHECK (typeof(`year`) in ('integer', 'null')) NOT NULL,
	`nth` integer CONSTRAINT `illness_waiver_nth_number` CHECK (typeof(`nth`) in ('integer', 'null')) NOT NULL,
	`paid_minor` integer CONSTRAINT `illness_waiver_paid_minor_number` CHECK (typeof(`paid_minor`) in ('integer', 'null')) NOT NULL,
	`at` integer CONSTRAINT `illness_waiver_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `illness_waiver_once` ON `illness_waiver` (`identity`,`year`,`nth`);--> statement-breakpoint
CREATE INDEX `illness_waiver_booking` ON `illness_waiver` (`booking_id`);--> statement-breakpoint
ALTER TABLE `payout` ADD `funded_by` text;