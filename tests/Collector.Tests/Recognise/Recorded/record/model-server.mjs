// A stand-in for model providers on loopback: fixed answers in the shapes of OpenAI's and Anthropic's APIs.
import { createServer } from 'node:http';

const SECRET = 'MARKER-answer';
const openaiUsage = {
  prompt_tokens: 1200, completion_tokens: 90, total_tokens: 1290,
  prompt_tokens_details: { cached_tokens: 1000 }, completion_tokens_details: { reasoning_tokens: 30 },
};
const anthropicUsage = { input_tokens: 200, output_tokens: 90, cache_read_input_tokens: 900, cache_creation_input_tokens: 100 };

const openaiMessage = (body) => {
  const asked = body.messages.some((message) => message.role === 'tool');
  return body.tools && !asked
    ? { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"MARKER-argument"}' } }] }
    : { role: 'assistant', content: SECRET };
};

const openaiChat = (body) => {
  const message = openaiMessage(body);
  return {
    id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: `${body.model}-2024-08-06`,
    choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }], usage: openaiUsage,
  };
};

// A coding agent gets its shell called first, then the answer.
const openaiStream = (body) => {
  const isAnswer = body.messages.some((message) => message.role === 'tool') || !body.tools?.some((tool) => tool.function?.name === 'bash');
  const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'bash', arguments: '{"command":"echo MARKER-result","description":"MARKER-argument"}' } };
  const chunk = (choices, usage) => ({ id: isAnswer ? 'chatcmpl-2' : 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: `${body.model}-2024-08-06`, choices, usage });
  return [
    chunk([{ index: 0, delta: { role: 'assistant', ...(isAnswer ? { content: SECRET } : { tool_calls: [call] }) }, finish_reason: null }]),
    chunk([{ index: 0, delta: {}, finish_reason: isAnswer ? 'stop' : 'tool_calls' }]),
    chunk([], openaiUsage),
  ].map((data) => `data: ${JSON.stringify(data)}\n\n`).join('') + 'data: [DONE]\n\n';
};

const embeddings = (body) => ({
  object: 'list', model: body.model, data: [{ object: 'embedding', index: 0, embedding: [0.1, 0.2] }], usage: { prompt_tokens: 8, total_tokens: 8 },
});

const anthropicMessage = (body) => ({
  id: 'msg_1', type: 'message', role: 'assistant', model: `${body.model}-20250929`, content: [{ type: 'text', text: SECRET }],
  stop_reason: 'end_turn', stop_sequence: null, usage: anthropicUsage,
});

// As above.
const anthropicStream = (body) => {
  const isAnswer = JSON.stringify(body.messages).includes('tool_result') || !body.tools?.some((tool) => tool.name === 'Bash');
  const [block, delta, stop] = isAnswer
    ? [{ type: 'text', text: '' }, { type: 'text_delta', text: SECRET }, 'end_turn']
    : [
      { type: 'tool_use', id: 'toolu_1', name: 'Bash', input: {} },
      { type: 'input_json_delta', partial_json: '{"command":"echo MARKER-argument","description":"MARKER-argument"}' },
      'tool_use',
    ];
  const message = { ...anthropicMessage(body), id: isAnswer ? 'msg_2' : 'msg_1', model: body.model, content: [], stop_reason: null };
  return [
    { type: 'message_start', message: { ...message, usage: { ...anthropicUsage, output_tokens: 1 } } },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: stop, stop_sequence: null }, usage: { output_tokens: anthropicUsage.output_tokens } },
    { type: 'message_stop' },
  ].map((data) => `event: ${data.type}\n${stream(data)}`).join('');
};

const stream = (...messages) => messages.map((data) => `data: ${JSON.stringify(data)}\n\n`).join('');

const openaiResponse = () => [
  { type: 'response.created', response: { id: 'resp_1' } },
  { type: 'response.output_item.done', item: { type: 'message', role: 'assistant', id: 'm1', content: [{ type: 'output_text', text: SECRET }] } },
  {
    type: 'response.completed',
    response: { id: 'resp_1', usage: { input_tokens: 1200, input_tokens_details: { cached_tokens: 1000 }, output_tokens: 90, output_tokens_details: { reasoning_tokens: 30 }, total_tokens: 1290 } },
  },
].map((data) => `event: ${data.type}\n${stream(data)}`).join('');

const gemini = () => stream(
  { candidates: [{ content: { role: 'model', parts: [{ text: SECRET }] } }], modelVersion: 'gemini-2.5-pro', responseId: 'r1' },
  {
    candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, finishReason: 'STOP' }], modelVersion: 'gemini-2.5-pro', responseId: 'r1',
    usageMetadata: { promptTokenCount: 1200, cachedContentTokenCount: 1000, candidatesTokenCount: 60, thoughtsTokenCount: 30, totalTokenCount: 1290 },
  },
);

const routes = {
  '/v1/responses': (body, reply) => reply(200, openaiResponse(), 'text/event-stream'),
  '/v1beta/models/gemini-2.5-pro:streamGenerateContent': (body, reply) => reply(200, gemini(), 'text/event-stream'),
  '/v1/chat/completions': (body, reply) => (body.stream ? reply(200, openaiStream(body), 'text/event-stream') : reply(200, openaiChat(body))),
  '/v1/embeddings': (body, reply) => reply(200, embeddings(body)),
  '/v1/messages': (body, reply) => (body.stream ? reply(200, anthropicStream(body), 'text/event-stream') : reply(200, anthropicMessage(body))),
};

export const startModelServer = () => new Promise((resolve) => {
  let asked = 0;
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString() || '{}');
      const reply = async (status, content, type = 'application/json') => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        response.writeHead(status, { 'content-type': type, 'x-should-retry': 'false', 'request-id': `req_${++asked}` });
        response.end(typeof content === 'string' ? content : JSON.stringify(content));
      };
      const route = routes[request.url.split('?')[0]];
      if (body.model === 'limited') return reply(429, { error: { type: 'rate_limit_exceeded', code: 'rate_limit_exceeded', message: 'MARKER-error' } });
      return route ? route(body, reply) : reply(404, { error: { message: request.url } });
    });
  });
  server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
});
