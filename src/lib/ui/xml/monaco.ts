/**
 * Monaco, cut down to what a read-only XML diff with explanations needs. Only ever imported on demand.
 */
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/languages/definitions/xml/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import * as monaco from 'monaco-editor/editor';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export { monaco };
