namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>An exception whose members throw.</summary>
internal sealed class BrokenException : Exception
{
    public int TimesRead { get; private set; }

    public int StatusCode => Fail<int>();

    public override string Message => Fail<string>();

    private T Fail<T>()
    {
        TimesRead++;
        throw new InvalidOperationException("a member that throws");
    }
}
