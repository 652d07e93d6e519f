import { describe, expect, it } from 'vitest';
import type { Lab } from '../../../../src/lib/engine/cloud/lab.ts';
import { articleLab, articleRequests } from '../../../../src/lib/session/article.ts';
import { act, goTo, runToEnd, startSession } from '../../../../src/lib/session/session.ts';
import { traceMarkdown } from '../../../../src/lib/ui/export/trace-markdown.ts';
import { attach, detach } from '../../../support/lab/instance.ts';
import { ask, sessionAfter } from '../../../support/lab/session.ts';

/** The lines of a section, by the words of its heading. */
function section(markdown: string, title: string): readonly string[] {
  const lines = markdown.split('\n');
  const start = lines.indexOf(`## ${title}`);
  const end = lines.findIndex((line, index) => index > start && (line.startsWith('## ') || line === '---'));
  return start < 0 ? [] : lines.slice(start + 1, end).filter((line) => line !== '');
}

describe('the ticket of the article’s failing attach', () => {
  const ticket = traceMarkdown(sessionAfter(articleRequests.slice(0, 5)));

  it('says in its first lines what, where and how bad', () => {
    expect(ticket.split('\n').slice(0, 5)).toEqual([
      "# Nova 17.0.0.0b1 (Queens beta, the article's Pike lab): disk names of instance01",
      '',
      '**Situation** (moment 43 of 43): Latent conflict: Nova will ask for vdc; libvirt already has vdc (swap).',
      '',
      '- Server: instance01 (`0ac40227-597c-48d7-8379-9320beb7d3bd`), ACTIVE'
    ]);
  });

  it('has the four places as a table, with the rows marked that disagree', () => {
    expect(section(ticket, 'Who thinks which disk is where')).toEqual([
      '| Device | Nova database | Nova computation | libvirt domain | Guest kernel |',
      '| --- | --- | --- | --- | --- |',
      '| vda | root | root | root | root |',
      '| **vdb** ⚠ | – | swap | – | – |',
      '| **vdc** ⚠ | – | *next* | swap | swap |'
    ]);
  });

  it('has the error with libvirt’s code, and what the client had heard', () => {
    expect(section(ticket, 'What failed')).toEqual([
      '- At moment 39: `Requested operation is not valid: target vdc already exists`, libvirt code 55 (VIR_ERR_OPERATION_INVALID), domain 10 (VIR_FROM_QEMU)',
      'The client had its answer before that: 200, device /dev/vdc. No answer carries the error; nova-compute.log does.'
    ]);
  });

  it('says what repairs it, what needs care, and what does not help', () => {
    const repairs = section(ticket, 'What repairs it').join('\n');
    for (const way of ['Hard reboot', 'Stop and start', 'Shelve and unshelve', 'Rebuild']) {
      expect(repairs).toContain(`- ${way}: \`nova `);
    }
    expect(repairs).toContain('Care: the content of the root disk is lost.');
    expect(repairs).toContain('Does not repair it: soft reboot.');
  });

  it('tells the steps under their commands, numbered as the moments are', () => {
    const steps = section(ticket, 'What happened');
    expect(steps.filter((line) => line.startsWith('### '))).toEqual([
      '### `nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc`',
      '### `nova resize instance01 small-with-swap`',
      '### `nova resize-confirm instance01`',
      '### `nova volume-detach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc`',
      '### `nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc`'
    ]);
    const numbers = steps.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 43 }, (_, index) => String(index + 1)));
    expect(steps).toContain(
      '39. **libvirt**: libvirt refuses: *target vdc already exists*. In the domain, vdc is the disk swap.'
    );
  });

  it('quotes errors of the log and says how many lines it leaves out, and quotes nothing else', () => {
    const quoted = ticket.split('\n').filter((line) => /^ {4}\d{4}-\d\d-\d\d /.test(line));
    expect(quoted).toHaveLength(4);
    expect(quoted.every((line) => line.includes(' ERROR '))).toBe(true);
    expect(ticket).toContain('(4 more lines of nova-compute.log left out)');
  });
});

describe('the ticket of the resize that fails since 31.0.0', () => {
  const ticket = traceMarkdown(sessionAfter(articleRequests.slice(0, 2), { ...articleLab, release: '33.0.0' }));

  it('has the two disks of one name, and libvirt’s words', () => {
    expect(ticket).toContain('| **vdb** ⚠ | volume1 | swap, volume1 | – | – |');
    expect(ticket).toContain("`XML error: target 'vdb' duplicated for disk sources '");
    expect(ticket).toContain('libvirt code 27 (VIR_ERR_XML_ERROR)');
    expect(ticket).toContain('ERROR');
  });

  it('has the three ways out, and warns of the one that loses data and of the ones that do not help', () => {
    const lines = section(ticket, 'Ways out');
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      expect.stringMatching(
        /^- Stop, .*`nova stop instance01`, `nova volume-detach .*`, `nova start instance01`, `nova volume-attach .*`\./
      ),
      expect.stringMatching(
        /^- Reset the state, .*`nova reset-state --active instance01`, `nova volume-detach .*`, `nova reboot --hard instance01`, `nova volume-attach .*`\./
      ),
      expect.stringMatching(/^- Rebuild: .* Care: the content of the root disk is lost\.$/)
    ]);
    expect(lines).toContain('Does not repair it: stop and start, hard reboot.');
    expect(section(ticket, 'What repairs it')).toEqual([]);
  });

  it('does not claim that libvirt took the definition', () => {
    expect(ticket).not.toContain('takes the new definition: .');
  });
});

describe('the ticket of any other moment', () => {
  it('recommends no repair where nothing is wrong', () => {
    const ticket = traceMarkdown(sessionAfter([attach]));
    expect(section(ticket, 'What repairs it')).toEqual([]);
    expect(section(ticket, 'What failed')).toEqual([]);
  });

  it('says where libvirt’s two definitions differ', () => {
    const lines = traceMarkdown(sessionAfter([attach, { type: 'pause' }, detach])).split('\n');
    expect(lines.filter((line) => line.startsWith('| vdb'))).toEqual([
      '| vdb | volume1 | volume1 | volume1 (live only) | volume1 |'
    ]);
    expect(lines.join(' ')).toContain('Half detached: libvirt has volume1 on vdb in its live definition only.');
  });

  it('ends where the cursor stands', () => {
    const ticket = traceMarkdown(goTo(sessionAfter(articleRequests), 12));
    expect(ticket).toContain('moment 12 of ');
    expect(ticket).toContain('\n12. ');
    expect(ticket).not.toContain('\n13. ');
    expect(ticket).not.toContain('already exists');
  });

  it('says that nobody has asked for anything yet', () => {
    expect(traceMarkdown(startSession(articleLab))).toContain('Nobody has asked for anything yet.');
  });

  it('takes up a command again where requests are on their way side by side', () => {
    const session = runToEnd(ask(ask(startSession(articleLab), attach), { type: 'stop' }));
    expect(traceMarkdown(session)).toContain(
      '### `nova volume-attach instance01 a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc`, continued'
    );
  });

  it('stays short enough to paste, however long the story is', () => {
    let session = startSession(articleLab);
    for (let round = 0; round < 60; round++) {
      const made = act(session, { type: 'hardReboot' });
      if (made.ok) session = runToEnd(made.value);
    }
    const ticket = traceMarkdown(session);
    const { position } = session.timeline;
    expect(position).toBeGreaterThan(400);
    expect(ticket).toContain(`${position - 200} earlier steps are left out; the JSON export has them all.`);
    expect(ticket.length).toBeLessThan(65_536);
  });

  it('lets no name become markup', () => {
    const name = '*x*|<b>_y_`';
    const lab: Lab = { ...articleLab, volumes: articleLab.volumes.map((volume) => ({ ...volume, name })) };
    const ticket = traceMarkdown(sessionAfter([attach], lab));
    expect(ticket).toContain('| vdb | \\*x\\*\\|\\<b\\>\\_y\\_\\` |');
    expect(ticket).toContain('The client asks nova-api to attach \\*x\\*\\|\\<b\\>\\_y\\_\\`.');
  });
});
