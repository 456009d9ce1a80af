// First of all: Jest cannot load it when a CommonJS package such as @nestjs/throttler is the first to ask for it.
import '@nestjs/core';
import { Logger } from '@nestjs/common';

// Nest's own logger would fill the report with the faults that the tests make.
Logger.overrideLogger(false);
