export const TEST_PASSWORD = 'Correct-Horse-1'
/** Made once, at the real cost, so that a test does not spend its time on hashing. */
export const TEST_PASSWORD_HASH = '$2b$12$u9jC86MM.i/LHzh7aD6cCert3HFMPL6xyakWG.t1OWWdojlNIfn2a'
