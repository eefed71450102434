using System.Text.Json;

namespace Tidemark.Samples.MinimalApi.StandIn;

/// <summary>Answers with the words of the last message, one JSON line each; the last line contains the usage.</summary>
internal static class StandInModel
{
    public static async Task AnswerAsync(string[] messages, HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson";
        var words = $"You said: {messages.LastOrDefault()}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
            await WriteAsync(response, new StandInChunk(word + ' '), cancellationToken);

        var read = messages.Sum(message => message.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        await WriteAsync(response, new StandInChunk(null, read, words.Length), cancellationToken);
    }

    private static async Task WriteAsync(HttpResponse response, StandInChunk chunk, CancellationToken cancellationToken)
    {
        await response.WriteAsync(JsonSerializer.Serialize(chunk, JsonSerializerOptions.Web) + '\n', cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
