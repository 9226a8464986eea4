import { ClockCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime, span } from './city-time.js';
import { clockTone, type OpenClock } from './clock-face.js';
import { StateTag } from './state-tag.js';
import { words } from './words.js';

const minuteMs = 60_000;

/** How long is left, since when it is late, or that it stands still. */
export const ClockFace = ({ clock }: { clock: OpenClock }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const minutes = clock.leftMs / minuteMs;
  const running = minutes <= 0 ? text.overdue(span(-minutes, language)) : text.left(span(minutes, language));
  const Icon = clock.paused ? PauseCircleOutlined : ClockCircleOutlined;
  return (
    <StateTag tone={clockTone(clock)}>
      <Icon aria-hidden /> {clock.paused ? text.paused : running}
    </StateTag>
  );
};

interface DueClockProps {
  readonly dueAt: string;
  /** Nothing runs any more: only the hour is said. */
  readonly ended: boolean;
  readonly paused?: boolean;
  /** By the server's clock; where it is not told, by the reader's. */
  readonly leftMs?: number;
  /** The article that it rests on. */
  readonly basis?: string;
}

/** The face of a clock with its hour and its article beside it. */
export const DueClock = ({ dueAt, ended, paused = false, leftMs, basis }: DueClockProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const at = cityTime(dueAt, language);
  const hour = paused && !ended ? text.dueWhenPaused(at) : text.dueAt(at);
  const due = <small className="quiet">{basis === undefined ? hour : `${hour} · ${basis}`}</small>;
  if (ended) return due;
  return (
    <span className="matter-clock">
      <ClockFace clock={{ leftMs: leftMs ?? Date.parse(dueAt) - Date.now(), paused }} />
      {due}
    </span>
  );
};
