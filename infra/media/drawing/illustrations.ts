import { cast } from './cast.ts';
import { drawFigure } from './figure.ts';
import { certificate, deskPhone, receiver, stick, tablet, whiteboard } from './objects.ts';
import { palette } from './palette.ts';
import {
  backdrop,
  chair,
  counter,
  heart,
  hedge,
  house,
  nobori,
  pottedPlant,
  shoppingBag,
  steam,
  table,
  teaCup,
  thread,
  tree,
} from './props.ts';
import { ellipse, group, path } from './svg.ts';

/** All illustrations of the web pages, 480 × 360, without text. */
export const illustrations: Readonly<Record<string, () => string>> = {
  'neighbours-talking': () =>
    [
      backdrop(240, 205, 228, 140, palette.mist),
      house({ x: 112, y: 300, scale: 0.96, roof: palette.blue }),
      tree(416, 300, 1.2, 0),
      thread('M18 322C120 352 150 316 240 318S372 350 462 320'),
      drawFigure({
        ...cast.hana,
        x: 196,
        y: 316,
        scale: 0.8,
        turn: 0.8,
        eyes: 'happy',
        right: { elbow: [70, -170], hand: [56, -216] },
      }),
      drawFigure({
        ...cast.yumi,
        x: 326,
        y: 316,
        scale: 0.84,
        turn: -0.8,
        mouth: 'open',
        left: { elbow: [-62, -150], hand: [-14, -136] },
      }),
      hedge(236, 320, 56),
    ].join(''),
  'salon-tea': () =>
    [
      backdrop(240, 200, 228, 146, palette.cream),
      nobori(56, 326, { wave: 0.4, scale: 1.08 }),
      drawFigure({
        ...cast.tadashi,
        x: 150,
        y: 346,
        scale: 0.78,
        pose: 'bust',
        turn: 0.6,
        tilt: 4,
        right: { elbow: [52, -150], hand: [34, -128] },
      }),
      drawFigure({ ...cast.tome, x: 262, y: 340, scale: 0.78, pose: 'bust', eyes: 'happy', mouth: 'open' }),
      drawFigure({
        ...cast.hana,
        x: 374,
        y: 346,
        scale: 0.78,
        pose: 'bust',
        turn: -0.6,
        tilt: -4,
        left: { elbow: [-52, -150], hand: [-34, -128] },
      }),
      counter(262, 352, 380, palette.paper),
      thread('M84 302C150 336 190 282 262 306S380 332 440 296'),
      [teaCup(196, 240, palette.blue), teaCup(300, 240, palette.coral), teaCup(418, 240, palette.green)].join(
        '',
      ),
      ellipse(244, 238, 24, 7, { fill: palette.paper }) +
        ellipse(236, 230, 9, 8, { fill: palette.blush }) +
        ellipse(252, 230, 9, 8, { fill: palette.leaf }),
      steam(196, 206),
    ].join(''),
  'listening-pair': () =>
    [
      backdrop(240, 200, 226, 142, palette.mist),
      chair(118, 324),
      chair(362, 324, true),
      table(240, 324, 84),
      drawFigure({
        ...cast.hana,
        x: 120,
        y: 324,
        scale: 0.92,
        pose: 'sit',
        turn: 0.9,
        mouth: 'open',
        behind: 'right',
        right: { elbow: [66, -170], hand: [58, -190] },
        left: { elbow: [-20, -140], hand: [26, -112] },
      }),
      drawFigure({
        ...cast.yumi,
        x: 360,
        y: 324,
        scale: 0.92,
        flip: true,
        pose: 'sit',
        turn: 0.9,
        tilt: 7,
        lean: 5,
        eyes: 'happy',
        left: { elbow: [-16, -140], hand: [34, -110] },
        right: { elbow: [54, -140], hand: [46, -108] },
        behind: 'right',
      }),
      teaCup(226, 226, palette.coral, 0.9) + teaCup(256, 226, palette.blue, 0.9),
      thread('M168 128C196 98 214 132 240 104S290 96 312 128'),
      heart(240, 70, 34),
    ].join(''),
  'shopping-help': () =>
    [
      backdrop(240, 206, 228, 140, palette.cream),
      house({ x: 386, y: 306, scale: 0.9, roof: palette.green }),
      thread('M16 326C100 344 180 312 250 330S390 342 464 318'),
      drawFigure({
        ...cast.tome,
        x: 236,
        y: 322,
        scale: 0.78,
        pose: 'walk',
        step: 0.6,
        turn: -0.6,
        eyes: 'happy',
        right: { elbow: [58, -160], hand: [52, -128] },
        holds: stick(54, -128, 124),
      }),
      drawFigure({
        ...cast.ken,
        x: 124,
        y: 322,
        scale: 0.88,
        pose: 'walk',
        step: 0.8,
        turn: 0.8,
        mouth: 'open',
        right: { elbow: [62, -160], hand: [52, -132] },
        left: { elbow: [-62, -160], hand: [-56, -126] },
        holds: shoppingBag(-58, -122, 1),
      }),
    ].join(''),
  'watching-over': () =>
    [
      backdrop(240, 204, 228, 142, palette.mist),
      ellipse(282, 82, 26, 26, { fill: palette.sun }),
      house({ x: 152, y: 312, scale: 1.32, roof: palette.coral }),
      group(
        drawFigure({
          ...cast.hana,
          x: 0,
          y: 0,
          scale: 0.5,
          pose: 'bust',
          turn: 0.7,
          eyes: 'happy',
          right: { elbow: [56, -200], hand: [46, -262] },
        }),
        { x: 112, y: 352 },
      ),
      path('M48 256H176V316H48Z', { fill: palette.paper, stroke: 'none' }) + path('M66 257H158M44 312H218'),
      pottedPlant(82, 314, 0.7),
      thread('M134 240C190 176 226 214 262 190S300 168 322 178'),
      drawFigure({
        ...cast.shigeru,
        x: 366,
        y: 324,
        scale: 0.86,
        pose: 'walk',
        step: 0.7,
        turn: -0.9,
        mouth: 'open',
        left: { elbow: [-72, -190], hand: [-56, -238] },
      }),
    ].join(''),
  'training-hall': () =>
    [
      backdrop(240, 196, 228, 142, palette.cream),
      whiteboard(174, 306, 236, 138, thread('M-84 26C-52-34-30 38 0 2S44-34 84-12', 6) + heart(0, -36, 30)),
      drawFigure({
        ...cast.staff,
        x: 362,
        y: 322,
        scale: 0.84,
        turn: -0.7,
        mouth: 'open',
        left: { elbow: [-70, -190], hand: [-84, -212] },
      }),
      [
        ['M46 354C46 318 62 306 84 306S122 318 122 354Z', 84, 280, palette.blue, palette.silver],
        ['M148 356C148 320 164 308 186 308S224 320 224 356Z', 186, 282, palette.coral, palette.brown],
        ['M252 354C252 318 268 306 290 306S328 318 328 354Z', 290, 280, palette.leaf, palette.silver],
      ]
        .map(
          ([d, x, y, cloth, hair]) =>
            path(String(d), { fill: String(cloth) }) +
            ellipse(Number(x), Number(y), 28, 29, { fill: String(hair) }),
        )
        .join(''),
      ellipse(84, 250, 11, 9, { fill: palette.silver }),
    ].join(''),
  certificate: () =>
    [
      backdrop(240, 196, 226, 142, palette.mist),
      thread('M16 262C90 318 96 214 170 250M310 250C380 214 396 316 464 256'),
      drawFigure({
        ...cast.tadashi,
        x: 240,
        y: 360,
        scale: 1.02,
        pose: 'bust',
        eyes: 'happy',
        tilt: -4,
        left: { elbow: [-84, -156], hand: [-78, -116] },
        right: { elbow: [84, -156], hand: [78, -116] },
      }),
      certificate({ x: 240, y: 262, scale: 0.98, rotate: -2 }),
      ellipse(154, 250, 11, 11, { fill: palette.skin }) + ellipse(326, 244, 11, 11, { fill: palette.skin }),
      heart(92, 116, 26) + heart(392, 104, 20, palette.blue) + heart(372, 154, 14, palette.sun),
    ].join(''),
  'tablet-learning': () =>
    [
      backdrop(240, 200, 228, 142, palette.cream),
      drawFigure({
        ...cast.tome,
        glasses: true,
        x: 160,
        y: 352,
        scale: 0.96,
        pose: 'bust',
        turn: 0.8,
        right: { elbow: [84, -150], hand: [88, -126] },
      }),
      counter(240, 352, 420, palette.paper),
      tablet(318, 240, 1.08),
      teaCup(70, 240, palette.coral, 1),
      steam(70, 206),
      thread('M44 306C120 336 160 288 240 308S380 330 436 296'),
    ].join(''),
  'empty-box': () =>
    [
      backdrop(240, 206, 200, 128, palette.mist),
      path(
        'M240 238C232 206 196 206 186 178C218 172 238 190 240 214C244 176 264 158 298 156C296 190 272 200 240 238Z',
        { fill: palette.leaf },
      ),
      path('M240 262V204', { stroke: palette.green, width: 5 }),
      path('M140 226L240 254L340 226L240 204Z', { fill: palette.sand }),
      path(
        'M240 258C234 226 206 218 194 196C222 190 238 204 240 226C246 192 264 178 292 174C290 204 268 214 240 258Z',
        { fill: palette.green },
      ),
      path('M140 226V300L240 330L340 300V226L240 254Z', { fill: palette.cream }),
      path('M240 254V330'),
      path('M140 226L98 248L196 276L240 254ZM340 226L382 248L284 276L240 254Z', { fill: palette.cream }),
      thread('M48 306C84 338 112 300 140 292M340 292C372 302 392 336 434 300'),
    ].join(''),
  'phone-desk': () =>
    [
      backdrop(240, 198, 228, 144, palette.mist),
      pottedPlant(400, 240, 1.1),
      drawFigure({
        ...cast.staff,
        top: palette.sky,
        x: 216,
        y: 352,
        scale: 1,
        pose: 'bust',
        turn: 0.5,
        mouth: 'open',
        tilt: 3,
        left: { elbow: [-84, -170], hand: [-42, -240] },
        right: { elbow: [62, -150], hand: [44, -126] },
        holdsUnder: receiver(-40, -252, 4),
      }),
      counter(240, 352, 420, palette.paper),
      deskPhone(116, 240, 1.1, true),
      path('M250 240L262 222H322L312 240Z', { fill: palette.paper }) +
        path('M272 230H304', { width: 3, stroke: palette.coral }),
      thread('M40 304C120 336 170 286 240 306S380 332 440 298'),
    ].join(''),
};
