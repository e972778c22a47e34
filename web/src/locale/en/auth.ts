export const auth = {
  invites: (name: string) => `${name} invites you to Lumina`,
  welcome: 'Welcome to Lumina',
  welcomeBack: 'Good to see you',
  whatItIs: 'A quiet place for photos, shared with friends.',
  hold: 'Hold the pictures still',
  move: 'Let the pictures move',
  whatWaits: 'Log in to see what your friends have been up to.',
  keeps: (name: string) =>
    name
      ? `What you said and liked there as ${name} stays yours.`
      : 'What you said and liked on those photos stays yours, under your new name.',
  signUpByInvitation: 'You need an invitation to create an account here. Ask a friend for one.',
  signUpClosed: 'Sign-up is closed here at the moment. Ask the person who runs this place.',
  username: 'Username',
  password: 'Password',
  passwordRule: 'At least 8 characters. A few words in a row are best.',
  createAccount: 'Create account',
  alreadyHere: 'Already here?',
  newHere: 'New here?',
  createAnAccount: 'Create an account',
};
