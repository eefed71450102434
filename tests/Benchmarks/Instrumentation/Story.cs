namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>The data that both sides of the comparison record.</summary>
internal static class Story
{
    public const string Session = "s-42";
    public const string User = "u-7";
    public const string Agent = "planner";
    public const string Conversation = "c-1";
    public const string Model = "kimi-k2-0905-preview";
    public const string Provider = "moonshot_ai";
    public const string Tool = "search";
    public const long Input = 812;
    public const long Output = 96;
    public const long CacheRead = 512;
}
