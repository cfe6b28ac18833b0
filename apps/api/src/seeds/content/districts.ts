import type { DistrictContent } from './content.types.js';

const area = (key: string, name: string, reading: string): DistrictContent => ({
  key,
  name,
  reading,
  level: 1,
  parentKey: null,
});

const place = (parentKey: string, slug: string, name: string, reading: string): DistrictContent => ({
  key: `${parentKey}-${slug}`,
  name,
  reading,
  level: 2,
  parentKey,
});

/**
 * Sample for the demo scenario: the three 地区 and a few town names below each. It is not the city's list of 行政区;
 * the office replaces level 2 with its own.
 */
export const districtContents: readonly DistrictContent[] = [
  area('koga', '古河', 'こが'),
  place('koga', 'chuocho', '中央町', 'ちゅうおうちょう'),
  place('koga', 'honcho', '本町', 'ほんちょう'),
  place('koga', 'yokoyamacho', '横山町', 'よこやまちょう'),
  place('koga', 'higashihoncho', '東本町', 'ひがしほんちょう'),
  place('koga', 'konosu', '鴻巣', 'こうのす'),
  place('koga', 'nakada', '中田', 'なかだ'),
  place('koga', 'keyakidaira', 'けやき平', 'けやきだいら'),
  area('sowa', '総和', 'そうわ'),
  place('sowa', 'shimoono', '下大野', 'しもおおの'),
  place('sowa', 'kuno', '久能', 'くのう'),
  place('sowa', 'isobe', '磯部', 'いそべ'),
  place('sowa', 'kozutsumi', '小堤', 'こづつみ'),
  place('sowa', 'sekido', '関戸', 'せきど'),
  place('sowa', 'komahane', '駒羽根', 'こまはね'),
  place('sowa', 'mizuumi', '水海', 'みずうみ'),
  area('sanwa', '三和', 'さんわ'),
  place('sanwa', 'morokawa', '諸川', 'もろかわ'),
  place('sanwa', 'nirei', '仁連', 'にれい'),
  place('sanwa', 'osaki', '尾崎', 'おさき'),
  place('sanwa', 'onna', '恩名', 'おんな'),
  place('sanwa', 'owada', '大和田', 'おおわだ'),
  place('sanwa', 'yamada', '山田', 'やまだ'),
  place('sanwa', 'chozaemon-shinden', '長左エ門新田', 'ちょうざえもんしんでん'),
];
