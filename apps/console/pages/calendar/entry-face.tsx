import {
  AudioOutlined,
  CheckOutlined,
  ClockCircleOutlined,
  HourglassOutlined,
  PauseOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { AgendaEntry } from '../../api/contract.js';

export type Face = 'proposed' | 'out' | 'ahead' | 'held' | 'conference' | 'deadline';
export const faces: readonly Face[] = ['ahead', 'proposed', 'held', 'out', 'conference', 'deadline'];

export const faceOf = (entry: AgendaEntry): Face => {
  if (entry.kind !== 'release') return entry.kind;
  if (entry.phase !== 'toGoOut') return entry.phase;
  return entry.release.state === 'heldByGate' ? 'held' : 'ahead';
};

const icons = {
  proposed: QuestionCircleOutlined,
  out: CheckOutlined,
  ahead: ClockCircleOutlined,
  held: PauseOutlined,
  conference: AudioOutlined,
  deadline: HourglassOutlined,
} as const;

/** A sign of its own for each kind: never the colour alone. */
export const FaceIcon = ({ face }: { face: Face }) => {
  const Icon = icons[face];
  return <Icon aria-hidden className="cal-icon" />;
};
