import type { AddressFilters } from '../../app/address-filters.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Choice } from '../../parts/choice.js';
import { optionsOf } from '../../parts/options-of.js';
import { OrganChoice } from '../../parts/organ-choice.js';
import { SearchField } from '../../parts/search-field.js';
import { words } from './words.js';

interface ReleaseFiltersProps {
  readonly value: AddressFilters;
  readonly onChange: (change: AddressFilters) => void;
}

export const ReleaseFilters = ({ value, onChange }: ReleaseFiltersProps) => {
  const text = useWords(words);
  const release = useWords(releaseWords);
  const channels = useWords(channelWords);
  const conflictOptions = optionsOf({ open: text.openConflict, none: text.noConflict });
  return (
    <div className="filters" role="search">
      <SearchField label={text.search} filters={value} onChange={onChange} />
      <Choice
        name={text.state}
        any={text.anyState}
        value={value['state']}
        options={optionsOf(release.states)}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        name={text.clock}
        any={text.anyClock}
        value={value['clock']}
        options={optionsOf(text.clocks)}
        onChange={(clock) => onChange({ clock })}
      />
      <OrganChoice
        name={text.organ}
        any={text.anyOrgan}
        value={value['organ']}
        onChange={(organ) => onChange({ organ })}
      />
      <Choice
        name={text.channel}
        any={text.anyChannel}
        value={value['channel']}
        options={optionsOf(channels)}
        onChange={(channel) => onChange({ channel })}
      />
      <Choice
        name={text.conflict}
        any={text.anyConflict}
        value={value['conflict']}
        options={conflictOptions}
        onChange={(conflict) => onChange({ conflict })}
      />
    </div>
  );
};
