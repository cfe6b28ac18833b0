/**
 * Paths of the endpoints that scripts in the browser ask themselves. They are apart from their endpoints so that no
 * schema comes into the browser; the endpoints refer to them.
 */
export const browserPaths = {
  createUpload: '/api/uploads',
  addMaterialDocument: '/api/office/materials/:materialId/documents',
  addVideoSource: '/api/office/videos/:videoId/sources',
  startPlayback: '/api/me/enrolments/:enrolmentId/lessons/:lessonId/playbacks',
  reportWatching: '/api/me/enrolments/:enrolmentId/lessons/:lessonId/watch-reports',
  saveAnswer: '/api/me/attempts/:attemptId/answers/:questionKey',
} as const;
