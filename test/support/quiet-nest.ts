import { Logger } from '@nestjs/common';

// Nest's own logger would fill the report with the faults that the tests make.
Logger.overrideLogger(false);
