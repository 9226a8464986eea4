import {
  AudioOutlined,
  CheckOutlined,
  ClockCircleOutlined,
  HourglassOutlined,
  PauseOutlined,
} from '@ant-design/icons';
import type { AgendaEntry } from '../../api/contract.js';

export type Face = 'out' | 'ahead' | 'held' | 'conference' | 'deadline';
export const faces: readonly Face[] = ['ahead', 'held', 'out', 'conference', 'deadline'];

export const faceOf = (entry: AgendaEntry): Face => {
  if (entry.kind !== 'release') return entry.kind;
  if (entry.phase === 'out') return 'out';
  return entry.release.state === 'heldByGate' ? 'held' : 'ahead';
};

const icons = {
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
