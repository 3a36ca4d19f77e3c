/** The picture of what listens on a port, without a request: as whom, with which files, rules and logs, and what its user cannot read. */
import type { CauseId } from '@why403/core';
import { readFileText } from '../../shared/read-file.ts';
import { explainWalk } from '../path-walk/explain.ts';
import { groupName, type ProcessUser, userName, userOfProcess } from '../path-walk/users.ts';
import { walkPath } from '../path-walk.ts';
import { foldersIn } from './folders.ts';
import { type Member, type Picture, picturesBehind } from './picture.ts';
import { holdsSettings, programFiles } from './program-files.ts';
import { barredFiles, workerOf } from './served-files.ts';
import { type Setting, settingsOf } from './settings.ts';
import { aboutCauses } from './terms.ts';

export interface SurveyedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly user: string;
  readonly groups: readonly string[];
  /** Rights beyond those of its user. */
  readonly capabilities: readonly string[];
  readonly unit: string | null;
  readonly folder: string | null;
  readonly command: string;
}

export interface SurveyedRule {
  readonly cause: CauseId;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

export interface Survey {
  readonly port: number;
  readonly processes: readonly SurveyedProcess[];
  readonly files: readonly string[];
  readonly logs: readonly string[];
  /** Ports of this machine that it asks. */
  readonly asks: readonly number[];
  readonly rules: readonly SurveyedRule[];
  /** Files of its folders that its user cannot read, each with the reason. */
  readonly unreadable: readonly { readonly file: string; readonly because: string }[];
  readonly unseen: readonly string[];
}

const MOST_RULES = 40;
const MOST_BARRED = 10;
const CLEAR = 3;
/** linux/capability.h: the ones that bear on files, ports and users. */
const CAPABILITIES: readonly (readonly [bit: number, name: string])[] = [
  [1, 'CAP_DAC_OVERRIDE'],
  [2, 'CAP_DAC_READ_SEARCH'],
  [6, 'CAP_SETGID'],
  [7, 'CAP_SETUID'],
  [10, 'CAP_NET_BIND_SERVICE'],
  [21, 'CAP_SYS_ADMIN'],
];

/** The server on a port and those that it asks; empty where nothing that may be seen listens there. */
export function surveyPort(port: number): readonly Survey[] {
  return picturesBehind(port).map(survey);
}

function survey(picture: Picture): Survey {
  const { files, folders, unseen } = programFiles(picture);
  const settings = files.flatMap((file) => (holdsSettings(file) ? settingsOf(file) : []));
  const worker = workerOf(picture, undefined);
  const barred = worker ? barredFiles([...folders, ...foldersIn(settings, picture)], worker, MOST_BARRED) : [];
  return {
    port: picture.port,
    processes: picture.members.map(processOf),
    files: files.map(({ path }) => path),
    logs: picture.logs,
    asks: picture.asks,
    rules: rulesOf(settings),
    unreadable: barred.map((file) => ({ file, because: explainWalk(walkPath(file, worker!.user, 'read')) })),
    unseen: [...picture.unseen, ...unseen],
  };
}

function processOf({ pid, parent, name, uid, unit, cwd, words }: Member): SurveyedProcess {
  const user: ProcessUser | undefined = userOfProcess(pid);
  return {
    pid,
    parent,
    name,
    user: user?.name ?? userName(uid),
    groups: (user?.groups ?? []).map(groupName),
    capabilities: user?.uid === 0 ? [] : capabilitiesOf(pid),
    unit: unit ?? null,
    folder: cwd ?? null,
    command: words.join(' '),
  };
}

function capabilitiesOf(pid: number): readonly string[] {
  try {
    const mask = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(readFileText(`/proc/${pid}/status`))?.[1] ?? '0'}`);
    return CAPABILITIES.flatMap(([bit, name]) => ((mask >> BigInt(bit)) & 1n ? [name] : []));
  } catch {
    return [];
  }
}

function rulesOf(settings: readonly Setting[]): readonly SurveyedRule[] {
  return settings
    .flatMap(({ keys, values, file, line }): SurveyedRule[] => {
      const clear = [...aboutCauses(keys.slice(-2).join(' '))].filter(([, weight]) => weight === CLEAR);
      const text = `${keys.slice(-2).join('.')} = ${values.map((value) => value.text).join(', ')}`.slice(0, 200);
      return clear.slice(0, 1).map(([cause]) => ({ cause, file, line, text }));
    })
    .slice(0, MOST_RULES);
}
