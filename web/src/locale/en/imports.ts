import { plural, whole } from '../intl/language';

export const imports = {
  title: 'Bring your photos',
  means:
    'From Google Photos, Instagram, Flickr or your computer: they arrive with their dates, captions, places and albums. Only you see them at first, and nobody is told.',
  menu: 'Bring your photos …',
  elsewhere: 'Bring what you have elsewhere',

  choose: 'Zip files that you have downloaded, or a folder of photos',
  drop: 'Drop them here, or choose them',
  chooseZips: 'Choose zip files',
  chooseFolder: 'Choose a folder',
  folders: 'Make an album of each folder',
  foldersMeans: 'For photos from your computer. The albums of an export come along anyway.',
  keepOpen: 'Keep this page open until everything is sent. After that you can leave: it goes on by itself.',

  whereFrom: 'Where to find them',
  sources: [
    {
      name: 'Google Photos',
      how: 'Open takeout.google.com, choose only Google Photos and the file type .zip, and download the files. Choose all of them here together.',
    },
    {
      name: 'Instagram',
      how: 'In the Accounts Centre choose “Export your information” with the format JSON, and download the zip.',
    },
    {
      name: 'Flickr',
      how: 'In your account settings ask for “Your Flickr data”, and download all zip files that it gives you.',
    },
    { name: 'Lumina', how: 'On your account page there, choose “Download everything”.' },
  ],

  yours: 'Your imports',
  packing: 'Reading the files …',
  sending: (share: number) => `Sending: ${Math.round(share * 100)} %`,
  interrupted:
    'It was interrupted before everything was sent. Choose the same files again, and it goes on where it stopped.',
  running: (done: number) =>
    done === 0
      ? 'Lumina is reading the files …'
      : plural(done, { one: '1 file so far', other: `${whole(done)} files so far` }),
  outcome: (added: number, here: number, unread: number, missing: number) =>
    [
      `${whole(added)} added`,
      here && `${whole(here)} were here already`,
      unread && `${whole(unread)} could not be read`,
      missing &&
        plural(missing, {
          one: '1 description without its photo',
          other: `${whole(missing)} descriptions without their photos`,
        }),
    ]
      .filter(Boolean)
      .join(', ') + '.',
  failed:
    'It could not be finished. What has come in stays. You can start it again with the same files; nothing is added twice.',
  report: 'What became of each file',
  notRead: 'What could not be read',
  noPhoto: 'the photo that it describes is not there',
  more: (count: number) => `… and ${whole(count)} more, in the list of all files.`,
  forget: 'Remove from this list',
  nothing: 'There are no files in there.',
};
