/** `cinder reset-state` (cinderclient/v3/shell.py: do_reset_state). The lab has volumes only. */
import { findVolume, volumeWords } from '../../api/find.ts';
import { send } from '../../api/request.ts';
import { flag, option, positionals } from '../../argparse/argument.ts';
import { subcommand } from '../../argparse/program.ts';
import { stdout } from '../../command.ts';
import type { Terminal } from '../../terminal.ts';

const TYPES = ['volume', 'backup', 'snapshot', 'group', 'group-snapshot'];
const STATES = [
  'available',
  'error',
  'creating',
  'deleting',
  'in-use',
  'attaching',
  'detaching',
  'error_deleting',
  'maintenance'
];

/** What is written, as the client is told. */
interface Wanted {
  readonly type: string;
  readonly status: string | null;
  readonly attach_status: string | null;
  /** The lab's volumes are never migrated, so there is nothing to clear; but it is something to ask for. */
  readonly clearsMigration: boolean;
}

interface Reset {
  readonly terminal: Terminal;
  readonly problem: string | null;
}

function reset(terminal: Terminal, entity: string, { type, status, attach_status, clearsMigration }: Wanted): Reset {
  if (type !== 'volume') {
    return { terminal, problem: `No ${type.replace('-', '')} with a name or ID of '${entity}' exists.` };
  }
  const volume = findVolume(terminal, entity);
  if (!volume.ok) return { terminal, problem: volume.error.message };
  if (clearsMigration && !status && !attach_status) return { terminal, problem: null };
  const sent = send(terminal, { type: 'resetVolume', volume_id: volume.value.id, status, attach_status });
  if (sent.result.ok) return { terminal: sent.terminal, problem: null };
  const { message, code, request_id } = sent.result.error;
  return { terminal: sent.terminal, problem: `${message} (HTTP ${code}) (Request-ID: ${request_id})` };
}

export const resetState = subcommand({
  name: 'reset-state',
  summary: 'Explicitly updates the entity state in the Cinder database.',
  description:
    'Explicitly updates the entity state in the Cinder database. Being a database change only, this has no impact on ' +
    'the true state of the entity and may not match the actual state. This can render a entity unusable in the case ' +
    "of changing to the 'available' state.",
  arguments: {
    entities: positionals({ metavar: '<entity>', help: 'Name or ID of entity to update.', complete: volumeWords }),
    type: option('--type', {
      metavar: '<type>',
      choices: TYPES,
      help:
        "Type of entity to update. Available resources are: 'volume', 'snapshot', 'backup', 'group' (since 3.20) and " +
        "'group-snapshot' (since 3.19), Default=volume."
    }),
    state: option('--state', {
      metavar: '<state>',
      complete: () => STATES,
      help:
        'The state to assign to the entity. NOTE: This command simply changes the state of the entity in the database ' +
        'with no regard to actual status, exercise caution when using. Default=None, that means the state is unchanged.'
    }),
    attach_status: option('--attach-status', {
      metavar: '<attach-status>',
      complete: () => ['attached', 'detached'],
      help:
        'This is only used for a volume entity. The attach status to assign to the volume in the database, with no ' +
        'regard to the actual status. Valid values are "attached" and "detached". Default=None, that means the status ' +
        'is unchanged.'
    }),
    reset_migration_status: flag('--reset-migration-status', {
      help:
        'This is only used for a volume entity. Clears the migration status of the volume in the DataBase that ' +
        'indicates the volume is source or destination of volume migration, with no regard to the actual status.'
    })
  },
  run: (call, { entities, type, state, attach_status, reset_migration_status }) => {
    const wanted = {
      type: type ?? 'volume',
      status: state,
      attach_status,
      clearsMigration: reset_migration_status
    };
    let { terminal } = call;
    const texts: string[] = [];
    let failures = 0;
    for (const entity of entities) {
      const done = reset(terminal, entity, wanted);
      terminal = done.terminal;
      if (done.problem === null) continue;
      failures++;
      texts.push(done.problem);
      if (entities.length > 1) texts.push(`Reset state for entity ${entity} failed: ${done.problem}`);
    }
    const message = 'Unable to reset the state for the specified entity(s).';
    const failure = failures === entities.length ? { type: 'CommandError', message } : null;
    return { terminal, lines: stdout(texts), failure };
  }
});
