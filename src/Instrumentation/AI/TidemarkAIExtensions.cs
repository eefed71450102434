using Tidemark.Instrumentation;
using Tidemark.Instrumentation.AI;

namespace Microsoft.Extensions.AI;

/// <summary>Records the calls of Microsoft.Extensions.AI clients.</summary>
public static class TidemarkAIExtensions
{
    /// <summary>
    /// Records each call as an inference of the session around it, with usage, time to the first chunk and conversation. Put it next
    /// to the model, inside function invocation and caching. A call that other instrumentation of Microsoft.Extensions.AI records,
    /// and somebody listens to, is left to it: its span is attributed to the session, and nothing is counted twice.
    /// </summary>
    /// <param name="client">The client to record.</param>
    /// <param name="tidemark">Who records; none = a client of the defaults, which is heard by whatever listens in this process.</param>
    /// <returns>A client that records.</returns>
    public static IChatClient UseTidemark(this IChatClient client, TidemarkClient? tidemark = null) =>
        client.GetService(typeof(TidemarkChatClient)) is not null
            ? client
            : new TidemarkChatClient(client, tidemark ?? TidemarkClient.Default);

    /// <summary>Records each call as an embedding of the session around it, unless other instrumentation does.</summary>
    /// <typeparam name="TInput">What is embedded.</typeparam>
    /// <typeparam name="TEmbedding">The kind of embedding.</typeparam>
    /// <param name="generator">The generator to record.</param>
    /// <param name="tidemark">Who records; none = a client of the defaults, which is heard by whatever listens in this process.</param>
    /// <returns>A generator that records.</returns>
    public static IEmbeddingGenerator<TInput, TEmbedding> UseTidemark<TInput, TEmbedding>(
        this IEmbeddingGenerator<TInput, TEmbedding> generator, TidemarkClient? tidemark = null)
        where TEmbedding : Embedding =>
        generator.GetService(typeof(TidemarkEmbeddingGenerator<TInput, TEmbedding>)) is not null
            ? generator
            : new TidemarkEmbeddingGenerator<TInput, TEmbedding>(generator, tidemark ?? TidemarkClient.Default);
}
