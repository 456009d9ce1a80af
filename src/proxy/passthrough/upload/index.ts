export { Recording, type RecordingLimits } from './recording.js';
export { UploadBody } from './upload-body.js';
