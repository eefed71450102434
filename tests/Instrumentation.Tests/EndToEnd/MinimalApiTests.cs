namespace Tidemark.Instrumentation.Tests.EndToEnd;

public sealed class MinimalApiTests
{
    /// <summary>Per metric: name, unit, count of a histogram, and the sum unless it is of durations.</summary>
    private const string MetricsStored = """
        SELECT string_agg(reported, E'\n' ORDER BY reported)
        FROM (
            SELECT concat_ws(' ', metric, unit, sum(count), CASE WHEN unit <> 's' THEN sum(coalesce(sum, value)) END) AS reported
            FROM tidemark.metric_points
            WHERE service = 'minimalapi' AND (metric LIKE 'gen\_ai.%' OR metric LIKE 'tidemark.%') AND metric NOT LIKE 'tidemark.export.%'
            GROUP BY metric, unit) AS metrics
        """;

    [Fact]
    public async Task Chat_OverHttp_IsOneSessionInTheDatabase()
    {
        await using var stack = await Stack.StartAsync();
        await using var app = stack.StartMinimalApi();
        using (var user = new ChatCaller(await app.LineAsync("Now listening on: "), "s-42"))
        {
            Assert.Equal("You said: hello you ", await user.AskAsync("c-1", "hello you"));
            await user.AskAsync("c-1", "how is the weather");
            await user.AskAsync("c-2", "and now for something else");
            await user.LogOutAsync();
        }

        await app.StopAsync();

        Assert.Equal(3, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'inference'"));
        Assert.Equal(3, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'agent' AND agent = 'assistant'"));
        Assert.Equal(1, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'tool' AND tool = 'get_weather'"));
        Assert.Equal(3, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'cache'"));
        Assert.Equal(3, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'dependency'"));
        Assert.Equal(
            3, await stack.CountAsync("tidemark.operations WHERE kind = 'inference' AND ttft_ms >= 0 AND finish_reason = 'stop' AND provider = 'stand_in'"));
        Assert.Equal(2, await stack.CountAsync("tidemark.conversations WHERE session_id = 's-42'"));
        Assert.Equal(1, await stack.CountAsync("tidemark.sessions"));
        Assert.Equal(
            "minimalapi ended stand-in-1 3",
            await stack.Database.ScalarAsync<string>(
                "SELECT concat_ws(' ', service, status, current_model, messages) FROM tidemark.sessions WHERE session_id = 's-42'"));

        // Tokens as counted by the stand-in model: 2 of the first question; 2 + 4 of the history, 4 + 4 of the second; 5 of the third.
        Assert.Equal(
            """
            gen_ai.client.inference.duration s 3
            gen_ai.client.inference.operation.input_tokens {token} 3 21
            gen_ai.client.inference.operation.output_tokens {token} 3 17
            gen_ai.client.inference.time_per_output_chunk s 17
            gen_ai.client.inference.time_to_first_chunk s 3
            gen_ai.client.inference.usage.input_tokens {token} 21
            gen_ai.client.inference.usage.output_tokens {token} 17
            gen_ai.execute_tool.duration s 1
            gen_ai.invoke_agent.duration s 3
            gen_ai.invoke_agent.inference_calls {inference_call} 3 3
            gen_ai.invoke_agent.tool_calls {tool_call} 3 1
            tidemark.cache.operations {operation} 3
            """,
            await stack.Database.ScalarAsync<string>(MetricsStored));
        Assert.Equal(
            21,
            await stack.Database.ScalarAsync<long>(
                "SELECT sum(input_tokens)::bigint FROM tidemark.operations WHERE kind = 'inference' AND conversation_id IS NOT NULL"));
    }
}
