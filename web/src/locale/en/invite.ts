export const invite = {
  title: 'Invite somebody',
  what: (until: string | null) =>
    `Whoever opens this link${until ? ` until ${until}` : ''} can make an account, and is your friend at once.`,
  link: 'Your link',
  newLink: 'New link',
  newLinkMeans: 'The old link stops working',
  copied: 'Link copied.',
  cannotCopy: 'Your browser does not let me copy: please select the link and copy it.',
  qrCode: 'The link as a QR code',

  invitation: 'Invitation',
  cannotBeUsed: 'This invitation cannot be used',
  askForANewOne: 'Ask whoever sent it for a new one.',
  goToLumina: 'Go to Lumina',
};
