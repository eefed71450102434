#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit init-only setters for .NET Standard 2.0.</summary>
internal static class IsExternalInit;
#endif
