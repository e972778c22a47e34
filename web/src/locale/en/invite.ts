export const invite = {
  title: 'Invite somebody',
  what: (until: string | null) =>
    `Anyone who opens this link${until ? ` until ${until}` : ''} can create an account and is your friend at once.`,
  link: 'Your link',
  newLink: 'New link',
  newLinkMeans: 'The old link stops working',
  copied: 'Link copied.',
  cannotCopy: 'Your browser does not allow copying: please select the link and copy it.',
  qrCode: 'The link as a QR code',

  invitation: 'Invitation',
  cannotBeUsed: 'This invitation cannot be used',
  askForANewOne: 'Ask the person who sent it for a new one.',
  goToLumina: 'Go to Lumina',
};
